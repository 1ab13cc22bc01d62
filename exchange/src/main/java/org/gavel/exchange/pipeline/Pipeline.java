package org.gavel.exchange.pipeline;

import com.lmax.disruptor.EventHandler;
import java.util.Optional;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.gavel.exchange.api.Answer;
import org.gavel.exchange.api.Reply;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.timer.TimerQueue;
import org.gavel.exchange.eventlog.EventLog;
import org.gavel.exchange.host.EngineHost;
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
 * force has returned is the next batch; nothing leaves before its batch is durable and it is applied. The first
 * fault is final: nothing more is applied or acknowledged.
 */
final class Pipeline implements EventHandler<Slot> {
    private static final String NO_ROOM = "The node's disk is nearly full and no bid can be taken.";

    private final Journal journal;
    private final EngineHost host;
    private final EventLog eventLog;
    private final CommandEncoder encoder;
    private final Consumer<Throwable> onFault;
    private final Runnable onPublished;
    private final ExpandableArrayBuffer own = new ExpandableArrayBuffer(512);
    private final BatchBuffer batch = new BatchBuffer();
    private final Reply[] replies = new Reply[MAX_BATCH];
    private long sequence;
    private long time;
    private long digestUnderway;
    private int applied;
    private boolean failed;
    private volatile boolean pausing;
    private volatile boolean bidding;
    private volatile long nextDue = TimerQueue.NEVER;

    /** The most commands of one batch: enough that a force is never the limit, few enough to answer soon. */
    private static final int MAX_BATCH = 16_384;

    Pipeline(
            Journal journal,
            EngineHost host,
            EventLog eventLog,
            Sealer sealer,
            Consumer<Throwable> onFault,
            Runnable onPublished) {
        this.journal = journal;
        this.host = host;
        this.eventLog = eventLog;
        this.encoder = new CommandEncoder(sealer);
        this.onFault = onFault;
        this.onPublished = onPublished;
        this.sequence = host.market().sequence();
        this.time = host.market().time();
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
        }
    }

    private void take(Slot slot) {
        boolean full = !batch.hasRoomFor(slot.length()) || batch.recordCount() == MAX_BATCH;
        if (full) {
            commit();
        }
        if (batch.isEmpty()) {
            addWaitingDigest(slot.time());
            addPauses(slot.time());
        }
        add(slot.body(), slot.length(), slot.time(), slot.reply());
        slot.clear();
    }

    private void add(DirectBuffer body, int length, long asked, Reply reply) {
        time = Math.max(time, asked);
        replies[batch.recordCount()] = reply;
        batch.add(++sequence, time, body, 0, length);
    }

    private void addOwn(Command command, long now) {
        add(own, encoder.encode(Origin.VENUE, command, own, 0), now, Reply.NOBODY);
    }

    private void addWaitingDigest(long now) {
        Optional<StateDigest> waiting = host.digestToJournal();
        if (waiting.isPresent() && waiting.get().sequence() != digestUnderway) {
            digestUnderway = waiting.get().sequence();
            addOwn(waiting.get(), now);
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

    /** Durable first, then applied, then told. */
    private void commit() {
        if (batch.isEmpty()) {
            return;
        }
        applied = 0;
        journal.append(batch);
        batch.forEach(this::apply);
        batch.begin();
        eventLog.publish();
        bidding = host.market().isBidding();
        nextDue = host.market().nextDue();
        onPublished.run();
    }

    private void apply(long recordSequence, long timestamp, DirectBuffer buffer, int offset, int length) {
        host.onRecord(recordSequence, timestamp, buffer, offset, length);
        Reply reply = replies[applied];
        replies[applied++] = Reply.NOBODY;
        if (reply != Reply.NOBODY) {
            reply.on(answer(host.request()));
        }
    }

    private static Answer answer(Request request) {
        long placed = request.isRepeated() ? request.original() : request.sequence();
        return new Answer(
                placed, request.time(), request.reason(), request.detail(), request.isRepeated(), request.ruleSheet());
    }

    /** Writes the digests that wait, so that a clean stop ends with one; on the pipeline's thread or after it. */
    void finish() {
        while (!failed && host.digestToJournal().isPresent()) {
            addWaitingDigest(time);
            commit();
        }
    }

    private void fail(Throwable fault) {
        failed = true;
        onFault.accept(fault);
        for (int i = applied; i < batch.recordCount(); i++) {
            replies[i].on(Answer.notTaken(RejectReason.STOPPED));
            replies[i] = Reply.NOBODY;
        }
    }

    private static void refuse(Slot slot) {
        slot.reply().on(Answer.notTaken(RejectReason.STOPPED));
        slot.clear();
    }

    boolean hasFailed() {
        return failed;
    }
}
