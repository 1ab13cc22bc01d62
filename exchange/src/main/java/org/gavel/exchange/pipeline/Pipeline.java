package org.gavel.exchange.pipeline;

import com.lmax.disruptor.EventHandler;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.gavel.exchange.api.Answer;
import org.gavel.exchange.api.Reply;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.timer.TimerQueue;
import org.gavel.exchange.eventlog.EventLog;
import org.gavel.exchange.eventlog.EventStretch;
import org.gavel.exchange.host.EngineHost;
import org.gavel.exchange.journal.Durability;
import org.gavel.exchange.journal.Journal;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.codec.sbe.CommandEncoder;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.PauseLot;
import org.gavel.protocol.command.StateDigest;
import org.gavel.protocol.reject.RejectReason;

/**
 * The path of every command on one thread: sequencer, journal, engine, outbound. What the ring holds when the last
 * force has returned is the next batch; nothing leaves before its batch is durable and it is applied. A large batch is
 * applied while one {@link SideThread}, the scribe, appends it, and even the next is begun before it is durable; once it
 * is, the other, the publisher, tells its answers and publishes its events. The first fault is final: nothing more is
 * applied or acknowledged.
 */
final class Pipeline implements EventHandler<Slot>, AutoCloseable {
    private static final String NO_ROOM = "The node's disk is nearly full and no bid can be taken.";

    private final Journal journal;
    private final SideThread<Batch> scribe;
    private final SideThread<Batch> publisher;
    private final EngineHost host;
    private final EventLog eventLog;
    private final CommandEncoder encoder;
    private final Consumer<Throwable> onFault;
    private final LongConsumer onPublished;
    private final ExpandableArrayBuffer own = new ExpandableArrayBuffer(512);

    /** Whether the journal keeps anything, so that there is a force to wait for. */
    private final boolean keeps;

    /** Being filled or applied; may be with the scribe as well. */
    private Batch batch = new Batch();

    /** Applied, and with the scribe before {@link #batch}. */
    private Optional<Batch> underway = Optional.empty();

    /** With the publisher, or done. */
    private Batch published = new Batch();

    private Optional<Batch> free = Optional.of(new Batch());
    private long sequence;
    private long time;
    private long digestUnderway;

    /** Whether the ring holds more than the part of it that is being taken. */
    private boolean moreWait;

    private boolean failed;
    private volatile boolean pausing;
    private volatile boolean bidding;
    private volatile long nextDue = TimerQueue.NEVER;

    /** The most commands of one batch: enough that a force is never the limit, few enough to answer soon. */
    static final int MAX_BATCH = 2_048;

    /** So many commands are applied while they are forced; to hand fewer over would take longer than to apply them. */
    private static final int LARGE_BATCH = 256;

    /** So many bytes of events are passed on before their batch is done, so that no storm needs all memory. */
    private static final int MOST_GATHERED = 1 << 19;

    /** The most digests of one batch. */
    private static final int MOST_DIGESTS = 64;

    /**
     * @param onFault is told of every fault, on the thread that met it
     * @param onPublished is told up to which command all is durable, told and published; on one thread after another
     */
    Pipeline(
            Journal journal,
            EngineHost host,
            EventLog eventLog,
            Sealer sealer,
            Consumer<Throwable> onFault,
            LongConsumer onPublished) {
        this.journal = journal;
        this.scribe = new SideThread<>("gavel-scribe", this::append, fault -> {});
        this.publisher = new SideThread<>("gavel-publisher", this::tellAndPublish, onFault);
        this.keeps = journal.durability() != Durability.MEMORY;
        this.host = host;
        this.eventLog = eventLog;
        this.encoder = new CommandEncoder(sealer);
        this.onFault = onFault;
        this.onPublished = onPublished;
        this.sequence = host.market().sequence();
        this.time = host.market().time();
        host.events().gather(this::hashEarlierEvents);
    }

    /** When the engine next wants to be woken, or {@link TimerQueue#NEVER}; from any thread. */
    long nextDue() {
        return nextDue;
    }

    /** Whether any lot takes bids; from any thread. */
    boolean isBidding() {
        return bidding;
    }

    /** With the next batch every running lot is paused, because nobody can bid; from any thread. */
    void pauseRunning() {
        pausing = true;
    }

    /** The venue's own first records, before anybody else's; on the thread that starts the pipeline. */
    void begin(long now, Command... records) {
        for (Command record : records) {
            addOwn(record, now);
        }
        commitAll();
    }

    @Override
    public void onBatchStart(long batchSize, long queueDepth) {
        moreWait = queueDepth > batchSize;
    }

    @Override
    public void onEvent(Slot slot, long ringSequence, boolean endOfBatch) {
        if (failed) {
            refuse(slot);
            return;
        }
        try {
            if (!slot.isVoid()) {
                take(slot);
            }
            if (endOfBatch && !moreWait) {
                commitAll();
            }
        } catch (Throwable fault) { // Whatever it is, nothing may be acknowledged after it.
            fail(fault);
            refuse(slot); // Whoever waits for what was not taken into the batch any more.
        }
    }

    private void take(Slot slot) {
        makeRoom(slot.length());
        if (batch.size() == 0) {
            addWaitingDigests(slot.time());
            addPauses(slot.time());
        }
        add(slot.body(), slot.offset(), slot.length(), slot.time(), slot.reply());
        slot.clear();
    }

    private void makeRoom(int length) {
        if (!batch.hasRoomFor(length)) {
            commit();
        }
    }

    private void add(DirectBuffer body, int offset, int length, long asked, Reply reply) {
        makeRoom(length);
        time = Math.max(time, asked);
        batch.add(++sequence, time, body, offset, length, reply);
    }

    private void addOwn(Command command, long now) {
        add(own, 0, encoder.encode(Origin.VENUE, command, own, 0), now, Reply.NOBODY);
    }

    /** A large batch makes several: all of them go with the next, for one a batch would never keep up with load. */
    private void addWaitingDigests(long now) {
        for (StateDigest waiting : host.digestsToJournal()) {
            if (waiting.sequence() > digestUnderway && batch.size() < MOST_DIGESTS) {
                digestUnderway = waiting.sequence();
                addOwn(waiting, now);
            }
        }
    }

    private void addPauses(long now) {
        if (pausing) {
            pausing = false;
            for (int lot : host.market().running()) {
                addOwn(new PauseLot(lot, NO_ROOM), now);
            }
        }
    }

    private void commitAll() {
        commit();
        passOnUnderway(0);
    }

    private void commit() {
        if (batch.size() >= LARGE_BATCH) {
            applyBeside();
        } else if (batch.size() > 0) {
            applyAlone();
        }
        bidding = host.market().isBidding();
        nextDue = host.market().nextDue();
    }

    private void applyAlone() {
        passOnUnderway(0);
        publisher.await();
        journal.append(batch.records());
        batch.records().forEach(this::applyAndTell);
        publishEvents();
        batch.begin();
    }

    private void applyAndTell(long recordSequence, long timestamp, DirectBuffer buffer, int offset, int length) {
        host.onRecord(recordSequence, timestamp, buffer, offset, length);
        answer();
        batch.tell();
        if (host.events().gatheredBytes() > MOST_GATHERED) {
            publishEvents();
        }
    }

    private void applyBeside() {
        if (keeps) {
            scribe.begin(batch);
        } else {
            append(batch);
        }
        batch.records().forEach(this::apply);
        batch.events(host.events().take(batch.events()));
        passOnUnderway(1);
        underway = Optional.of(batch);
        batch = nextFree();
        if (!keeps) {
            passOnUnderway(0);
        }
    }

    private void apply(long recordSequence, long timestamp, DirectBuffer buffer, int offset, int length) {
        host.onRecord(recordSequence, timestamp, buffer, offset, length);
        answer();
        if (host.events().gatheredBytes() > MOST_GATHERED) {
            passOnUnderway(1);
            publisher.await();
            scribe.await();
            publishEvents();
        }
    }

    private void answer() {
        if (batch.isNextAwaited()) {
            batch.answer(answer(host.request()));
        } else {
            batch.skip();
        }
    }

    private void append(Batch appended) {
        journal.append(appended.records());
        appended.nowDurable();
    }

    /** Passes the batch before on to the publisher once it is durable; so many later ones may not be. */
    private void passOnUnderway(int later) {
        if (underway.isPresent()) {
            scribe.awaitAllBut(later);
            publisher.await();
            free = Optional.of(published);
            published = underway.get();
            underway = Optional.empty();
            publisher.begin(published);
        }
    }

    private Batch nextFree() {
        Batch next = free.orElseThrow();
        free = Optional.empty();
        next.begin();
        return next;
    }

    private void hashEarlierEvents() {
        publisher.await();
        underway.ifPresent(before -> host.events().hash(before.events()));
    }

    private void tellAndPublish(Batch done) {
        done.tell();
        publish(done.events());
    }

    /** What was gathered, which must be durable. */
    private void publishEvents() {
        batch.events(host.events().take(batch.events()));
        publish(batch.events());
    }

    private void publish(EventStretch gathered) {
        host.events().hash(gathered);
        gathered.read(eventLog);
        eventLog.publish();
        onPublished.accept(gathered.through());
    }

    private static Answer answer(Request request) {
        long placed = request.isRepeated() ? request.original() : request.sequence();
        return new Answer(
                placed, request.time(), request.reason(), request.detail(), request.isRepeated(), request.ruleSheet());
    }

    /** Writes the digests that wait, so that a clean stop ends with one; on the pipeline's thread or after it. */
    void finish() {
        try {
            while (!failed && host.digestToJournal().isPresent()) {
                addWaitingDigests(time);
                commitAll();
            }
        } catch (Throwable fault) { // As above.
            fail(fault);
        }
    }

    private void fail(Throwable fault) {
        failed = true;
        onFault.accept(fault);
        scribe.end();
        publisher.end();
        published.tell();
        underway.filter(Batch::isDurable).ifPresent(Batch::tell);
        underway.ifPresent(Batch::refuse);
        batch.refuse();
    }

    private static void refuse(Slot slot) {
        slot.reply().on(Answer.notTaken(RejectReason.STOPPED));
        slot.clear();
    }

    boolean hasFailed() {
        return failed;
    }

    /** Ends the threads beside it; after {@link #finish}. */
    @Override
    public void close() {
        scribe.close();
        publisher.close();
    }
}
