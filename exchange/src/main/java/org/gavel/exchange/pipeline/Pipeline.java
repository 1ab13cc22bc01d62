package org.gavel.exchange.pipeline;

import com.lmax.disruptor.EventHandler;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.gavel.exchange.api.Answer;
import org.gavel.exchange.api.Reply;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.timer.TimerQueue;
import org.gavel.exchange.eventlog.EventLog;
import org.gavel.exchange.host.EngineHost;
import org.gavel.exchange.journal.Durability;
import org.gavel.exchange.journal.Journal;
import org.gavel.exchange.journal.envelope.BatchBuffer;
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
 * applied while the {@link Scribe} appends it, and told when both are done. The first fault is final: nothing more is
 * applied or acknowledged.
 */
final class Pipeline implements EventHandler<Slot>, AutoCloseable {
    private static final String NO_ROOM = "The node's disk is nearly full and no bid can be taken.";

    private final Journal journal;
    private final Scribe scribe;
    private final EngineHost host;
    private final EventLog eventLog;
    private final CommandEncoder encoder;
    private final Consumer<Throwable> onFault;
    private final Runnable onPublished;
    private final ExpandableArrayBuffer own = new ExpandableArrayBuffer(512);
    private final BatchBuffer batch;

    /** Whether the journal keeps anything, so that there is a force to wait for. */
    private final boolean keeps;

    private final Reply[] replies = new Reply[MAX_BATCH];
    private final Answer[] answers = new Answer[MAX_BATCH];
    private long sequence;
    private long time;
    private long digestUnderway;
    private int applied;
    private int told;
    private boolean failed;
    private volatile boolean pausing;
    private volatile boolean bidding;
    private volatile long nextDue = TimerQueue.NEVER;

    /** The most commands of one batch: enough that a force is never the limit, few enough to answer soon. */
    static final int MAX_BATCH = 4_096;

    /** So many commands are applied while they are forced; to hand fewer over would take longer than to apply them. */
    private static final int LARGE_BATCH = 256;

    /** The most digests of one batch. */
    private static final int MOST_DIGESTS = 64;

    Pipeline(
            Journal journal,
            EngineHost host,
            EventLog eventLog,
            Sealer sealer,
            Consumer<Throwable> onFault,
            Runnable onPublished) {
        this.journal = journal;
        this.scribe = new Scribe(journal);
        this.keeps = journal.durability() != Durability.MEMORY;
        this.batch = keeps ? new BatchBuffer() : BatchBuffer.ofRehearsal();
        this.host = host;
        this.eventLog = eventLog;
        this.encoder = new CommandEncoder(sealer);
        this.onFault = onFault;
        this.onPublished = onPublished;
        this.sequence = host.market().sequence();
        this.time = host.market().time();
        eventLog.publishAfter(scribe::await);
        batch.begin();
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
        commit();
    }

    @Override
    public void onEvent(Slot slot, long ringSequence, boolean endOfBatch) {
        if (failed) {
            refuse(slot);
            return;
        }
        try {
            take(slot);
            if (endOfBatch) {
                commit();
            }
        } catch (Throwable fault) { // Whatever it is, nothing may be acknowledged after it.
            fail(fault);
            refuse(slot); // Whoever waits for what was not taken into the batch any more.
        }
    }

    private void take(Slot slot) {
        makeRoom(slot.length());
        if (batch.isEmpty()) {
            addWaitingDigests(slot.time());
            addPauses(slot.time());
        }
        add(slot.body(), slot.offset(), slot.length(), slot.time(), slot.reply());
        slot.clear();
    }

    private void makeRoom(int length) {
        if (!batch.hasRoomFor(length) || batch.recordCount() == MAX_BATCH) {
            commit();
        }
    }

    private void add(DirectBuffer body, int offset, int length, long asked, Reply reply) {
        makeRoom(length);
        time = Math.max(time, asked);
        replies[batch.recordCount()] = reply;
        batch.add(++sequence, time, body, offset, length);
    }

    private void addOwn(Command command, long now) {
        add(own, 0, encoder.encode(Origin.VENUE, command, own, 0), now, Reply.NOBODY);
    }

    /** A large batch makes several: all of them go with the next, for one a batch would never keep up with load. */
    private void addWaitingDigests(long now) {
        for (StateDigest waiting : host.digestsToJournal()) {
            if (waiting.sequence() > digestUnderway && batch.recordCount() < MOST_DIGESTS) {
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

    /** Told only what is durable and applied. */
    private void commit() {
        if (batch.isEmpty()) {
            return;
        }
        applied = 0;
        told = 0;
        if (keeps && batch.recordCount() >= LARGE_BATCH) {
            applyWhileAppended();
        } else {
            journal.append(batch);
            batch.forEach(this::applyAndTell);
        }
        batch.begin();
        eventLog.publish();
        bidding = host.market().isBidding();
        nextDue = host.market().nextDue();
        onPublished.run();
    }

    private void applyAndTell(long recordSequence, long timestamp, DirectBuffer buffer, int offset, int length) {
        host.onRecord(recordSequence, timestamp, buffer, offset, length);
        if (replies[told] == Reply.NOBODY) {
            told++;
        } else {
            tell(answer(host.request()));
        }
    }

    private void applyWhileAppended() {
        scribe.begin(batch);
        try {
            batch.forEach(this::apply);
        } finally {
            scribe.await();
        }
        while (told < applied) {
            Answer answer = answers[told];
            answers[told] = null;
            tell(answer);
        }
    }

    private void apply(long recordSequence, long timestamp, DirectBuffer buffer, int offset, int length) {
        host.onRecord(recordSequence, timestamp, buffer, offset, length);
        answers[applied++] = answer(host.request());
    }

    private void tell(Answer answer) {
        Reply reply = replies[told];
        replies[told++] = Reply.NOBODY;
        reply.on(answer);
    }

    private static Answer answer(Request request) {
        long placed = request.isRepeated() ? request.original() : request.sequence();
        return new Answer(
                placed, request.time(), request.reason(), request.detail(), request.isRepeated(), request.ruleSheet());
    }

    /** Writes the digests that wait, so that a clean stop ends with one; on the pipeline's thread or after it. */
    void finish() {
        while (!failed && host.digestToJournal().isPresent()) {
            addWaitingDigests(time);
            commit();
        }
    }

    private void fail(Throwable fault) {
        failed = true;
        eventLog.drop();
        onFault.accept(fault);
        while (told < batch.recordCount()) {
            tell(Answer.notTaken(RejectReason.STOPPED));
        }
    }

    private static void refuse(Slot slot) {
        slot.reply().on(Answer.notTaken(RejectReason.STOPPED));
        slot.clear();
    }

    boolean hasFailed() {
        return failed;
    }

    /** Ends the thread that appends; after {@link #finish}. */
    @Override
    public void close() {
        scribe.close();
    }
}
