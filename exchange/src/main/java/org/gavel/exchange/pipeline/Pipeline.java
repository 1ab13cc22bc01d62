package org.gavel.exchange.pipeline;

import com.lmax.disruptor.EventHandler;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.gavel.exchange.api.Answer;
import org.gavel.exchange.api.Reply;
import org.gavel.exchange.engine.timer.TimerQueue;
import org.gavel.exchange.eventlog.EventLog;
import org.gavel.exchange.eventlog.EventStretch;
import org.gavel.exchange.host.EngineHost;
import org.gavel.exchange.journal.Durability;
import org.gavel.exchange.journal.Journal;
import org.gavel.exchange.journal.envelope.RecordConsumer;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.codec.sbe.CommandEncoder;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.HaltBook;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.PauseLot;
import org.gavel.protocol.command.StateDigest;
import org.gavel.protocol.reject.RejectReason;

/**
 * The path of every command on one thread: sequencer, engine, journal, outbound. Commands are applied as they come;
 * those the ring held, or those that came while the batch before was forced, are the next batch. A small one is made
 * durable, told and published at once, a large one goes down the {@link BatchLine}, beside which the pipeline goes on.
 * Nothing leaves before its batch is durable. The first fault, wherever it was met, is final: nothing more is applied, and
 * only what was handed over before is acknowledged.
 */
final class Pipeline implements EventHandler<Slot>, AutoCloseable {
    private static final String NO_ROOM = "The node's disk is nearly full and no bid can be taken.";
    private static final String NO_ROOM_TO_TRADE = "The node's disk is nearly full and no order can be taken.";

    private final Journal journal;
    private final BatchLine line;
    private final EngineHost host;
    private final EventLog eventLog;
    private final CommandEncoder encoder;
    private final Consumer<Throwable> onFault;
    private final LongConsumer onPublished;
    private final ExpandableArrayBuffer own = new ExpandableArrayBuffer(512);
    private final RecordConsumer applying = this::apply;
    private long sequence;
    private long time;
    private long digestUnderway;

    /** Whether the ring holds more than the part of it that is being taken. */
    private boolean moreWait;

    /** Whether the open batch is durable, which it is only while its senders are told. */
    private boolean isDurable;

    private boolean failed;
    private volatile boolean ending;
    private volatile boolean pausing;
    private volatile boolean begun;
    private volatile boolean bidding;
    private volatile long nextDue = TimerQueue.NEVER;

    /** The most commands of one batch; so many come only under load, and share what a force costs by itself. */
    static final int MAX_BATCH = 16_384;

    /** The most commands taken from the ring before their places are given back. */
    static final int MOST_FROM_RING = 1_024;

    /** So many commands are worth handing over. */
    private static final int LARGE_BATCH = 256;

    /** So many commands are copied from the ring and then applied: what was copied is in the nearest cache. */
    static final int APPLIED_AT_ONCE = 64;

    /** With so many bytes of events a batch ends, so that no storm needs all memory; its place keeps room for as many. */
    static final int MOST_GATHERED = 3 << 20;

    /** The most digests of one batch. */
    private static final int MOST_DIGESTS = 64;

    /**
     * @param nudge makes the ring hand over a place again, void where it has none; from any thread
     * @param onFault is told of every fault, on the thread that met it
     * @param onPublished is told up to which command all is durable, told and published; on one thread after another
     */
    Pipeline(
            Journal journal,
            EngineHost host,
            EventLog eventLog,
            Sealer sealer,
            Runnable nudge,
            Consumer<Throwable> onFault,
            LongConsumer onPublished) {
        this.journal = journal;
        this.line = new BatchLine(new Stations(), journal.durability() != Durability.MEMORY, nudge, onFault);
        this.host = host;
        this.eventLog = eventLog;
        this.encoder = new CommandEncoder(sealer);
        this.onFault = onFault;
        this.onPublished = onPublished;
        this.sequence = host.market().sequence();
        this.time = host.market().time();
        host.events().gather(line::awaitHashed);
    }

    /** When the engine next wants to be woken, or {@link TimerQueue#NEVER}; from any thread. */
    long nextDue() {
        return nextDue;
    }

    /** Whether any lot takes bids; from any thread. */
    boolean isBidding() {
        return bidding;
    }

    /**
     * While it is so, with each batch every running lot is paused and every book in a call is halted, because nobody can
     * bid, order or cancel; from any thread. A book that trades continuously does nothing by itself.
     */
    void pauseRunning(boolean nobodyCanAct) {
        pausing = nobodyCanAct;
    }

    /**
     * A fault was met beside the pipeline: what is not durable by now is neither applied nor told any more. From any
     * thread; a nudge makes the pipeline look.
     */
    void endForFault() {
        ending = true;
    }

    /** Whether something began although nobody can act, which the next batch stops. */
    boolean hasToPause() {
        return begun;
    }

    /** The venue's own first records, before anybody else's; on the thread that starts the pipeline. */
    void begin(long now, Command... records) {
        for (Command record : records) {
            addOwn(record, now);
        }
        goOn(true);
    }

    @Override
    public void onBatchStart(long batchSize, long queueDepth) {
        moreWait = queueDepth > batchSize;
    }

    @Override
    public void onEvent(Slot slot, long ringSequence, boolean endOfBatch) {
        if (hasFailed()) {
            refuse(slot);
            return;
        }
        try {
            int length = slot.length();
            if (length > 0) {
                take(slot, length);
            }
            if (endOfBatch || line.current().unanswered() >= APPLIED_AT_ONCE) {
                goOn(endOfBatch);
            }
        } catch (Throwable fault) { // Whatever it is, nothing may be acknowledged after it.
            fail(fault);
            refuse(slot); // Whoever waits for what was not taken into the batch any more.
        }
    }

    private void take(Slot slot, int length) {
        makeRoom(length);
        if (line.current().size() == 0) {
            addWaitingDigests(slot.time());
            addPauses(slot.time());
            makeRoom(length);
        }
        advance(slot.time());
        slot.moveTo(line.current(), ++sequence, time, length);
    }

    private void advance(long asked) {
        if (asked > time) {
            time = asked;
        }
    }

    private void makeRoom(int length) {
        if (!line.current().hasRoomFor(length)) {
            apply();
            handOver();
        }
    }

    private void addOwn(Command command, long now) {
        int length = encoder.encode(Origin.VENUE, command, own, 0);
        makeRoom(length);
        advance(now);
        line.current().add(++sequence, time, own, 0, length, Reply.NOBODY);
    }

    /** A large batch makes several: all of them go with the next, for one a batch would never keep up with load. */
    private void addWaitingDigests(long now) {
        for (StateDigest waiting : host.digestsToJournal()) {
            if (waiting.sequence() > digestUnderway && line.current().size() < MOST_DIGESTS) {
                digestUnderway = waiting.sequence();
                addOwn(waiting, now);
            }
        }
    }

    private void addPauses(long now) {
        if (pausing) {
            for (int lot : host.market().running()) {
                addOwn(new PauseLot(lot, NO_ROOM), now);
            }
            for (int book : host.market().calling()) {
                addOwn(new HaltBook(book, NO_ROOM_TO_TRADE), now);
            }
        }
    }

    /** Applies what was taken. The batch ends where the line has nothing to do, else grows on until it has. */
    private void goOn(boolean endOfBatch) {
        apply();
        if (host.events().gatheredBytes() > MOST_GATHERED) {
            handOver();
        } else if (endOfBatch && line.current().size() > 0) {
            endIfWanted();
        }
        if (endOfBatch) {
            begun = pausing && host.market().isActive();
            bidding = host.market().isBidding();
            nextDue = host.market().nextDue();
        }
    }

    private void endIfWanted() {
        if (line.wantsMore() || (!moreWait && !line.asksForNudge())) {
            end();
        }
    }

    private void end() {
        Batch batch = line.current();
        if (batch.size() >= LARGE_BATCH || !line.isIdle()) {
            handOver();
        } else {
            journal.append(batch.records());
            isDurable = true;
            endEvents(batch);
            tellAndPublish(batch);
            isDurable = false;
            batch.begin();
        }
    }

    private void apply() {
        line.current().forEachUnanswered(applying);
    }

    private void apply(long recordSequence, long timestamp, DirectBuffer buffer, int offset, int length) {
        host.onRecord(recordSequence, timestamp, buffer, offset, length);
        line.current().answer(host.request());
    }

    private void handOver() {
        endEvents(line.current());
        line.hand();
    }

    private void endEvents(Batch batch) {
        batch.events(host.events().take(batch.events()));
    }

    private void tellAndPublish(Batch batch) {
        batch.tell();
        EventStretch events = batch.events();
        host.events().hash(events);
        events.read(eventLog);
        eventLog.publish();
        onPublished.accept(events.through());
    }

    private final class Stations implements BatchLine.Stations {
        @Override
        public void append(Batch batch) {
            journal.append(batch.records());
        }

        @Override
        public void hash(Batch batch) {
            host.events().hash(batch.events());
        }

        @Override
        public void publish(Batch batch) {
            tellAndPublish(batch);
        }
    }

    /**
     * Ends the open batch and writes the digests that wait, so that a clean stop ends with one; on the pipeline's thread
     * or after it.
     */
    void finish() {
        try {
            line.awaitIdle();
            long stopped = sequence;
            while (!hasFailed() && (line.current().size() > 0 || isDigestWanted(stopped))) {
                addWaitingDigests(time);
                goOn(true);
                line.awaitIdle();
            }
        } catch (Throwable fault) { // As above.
            fail(fault);
        }
    }

    /** Where each record has a digest, the digests of digests would never end. */
    private boolean isDigestWanted(long stopped) {
        return host.digestToJournal()
                .filter(waiting -> waiting.sequence() <= stopped || host.mark().digestEvery() > 1)
                .isPresent();
    }

    private void fail(Throwable fault) {
        onFault.accept(fault);
        stop();
    }

    private void stop() {
        failed = true;
        line.awaitIdle();
        line.settle(line.current(), isDurable);
    }

    /** Tells whoever waits that nothing more is done; a fault of theirs must not end who tells the others. */
    void refuse(Slot slot) {
        try {
            slot.letGo().on(Answer.notTaken(RejectReason.STOPPED));
        } catch (RuntimeException | Error fault) {
            onFault.accept(fault);
        }
    }

    /** Whether a fault was met here, in the line or beside both, in which case everybody is told. */
    private boolean hasFailed() {
        if (!failed && (ending || line.hasFailed())) {
            stop();
        }
        return failed;
    }

    /** Ends the threads beside it; after {@link #finish}. */
    @Override
    public void close() {
        line.close();
    }
}
