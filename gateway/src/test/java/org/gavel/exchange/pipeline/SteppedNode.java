package org.gavel.exchange.pipeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.gavel.exchange.api.Answer;
import org.gavel.exchange.api.Applied;
import org.gavel.exchange.api.CommandPort;
import org.gavel.exchange.api.EventFeed;
import org.gavel.exchange.api.Reply;
import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.Market;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.eventlog.EventAssembler;
import org.gavel.exchange.eventlog.EventLog;
import org.gavel.exchange.eventlog.EventRecorder;
import org.gavel.exchange.eventlog.InMemoryEventLog;
import org.gavel.exchange.host.EngineHost;
import org.gavel.exchange.host.GenesisTerms;
import org.gavel.exchange.journal.JournalPosition;
import org.gavel.exchange.journal.envelope.BatchView;
import org.gavel.exchange.journal.envelope.ChainHash;
import org.gavel.exchange.journal.envelope.SimulatedDisk;
import org.gavel.exchange.sequencer.SequencerClock;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.codec.sbe.CommandEncoder;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.NodeStarted;
import org.gavel.protocol.command.NodeStopping;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.Tick;
import org.gavel.protocol.reject.RejectReason;

/** The exchange of one start, its own pipeline and ticker, moved by hand on one thread. */
public final class SteppedNode implements CommandPort, EventFeed {
    private static final int RING_SLOTS = 32;
    private static final int DIGEST_EVERY = 64;

    /** What the journal says became of one record. */
    public record Outcome(long actor, int role, long cidHigh, long cidLow, RejectReason reason, boolean repeated) {
        static Outcome of(Request request) {
            return new Outcome(
                    request.actor(),
                    request.role().code(),
                    request.clientIdHigh(),
                    request.clientIdLow(),
                    request.reason(),
                    request.isRepeated());
        }
    }

    private final LongSupplier clock;
    private final EventLog log = new InMemoryEventLog();
    private final EngineHost host = new EngineHost(new Market(), Sealer.NONE, new EventRecorder(log));
    private final CommandEncoder encoder = new CommandEncoder(Sealer.NONE);
    private final ExpandableArrayBuffer scratch = new ExpandableArrayBuffer(512);
    private final Deque<Slot> ring = new ArrayDeque<>();
    private final List<Outcome> recovered = new ArrayList<>();
    private final List<Runnable> followers = new ArrayList<>();
    private final byte[] recoveredHash;
    private final Pipeline pipeline;
    private final Ticker ticker;
    private JournalPosition end = JournalPosition.START;
    private Throwable fault;
    private long slots;
    private boolean open = true;

    /** Recovers from what the disk holds and begins a new generation. */
    public SteppedNode(SimulatedDisk disk, LongSupplier clock, String venue) {
        this.clock = clock;
        for (BatchView batch : disk.recover()) {
            batch.forEach(this::replay);
            end = new JournalPosition(host.market().sequence(), host.market().time(), batch.generation(), batch.hash());
        }
        log.publish();
        recoveredHash = host.market().stateHash();
        pipeline = new Pipeline(
                disk.open(end), host, log, Sealer.NONE, () -> {}, reason -> fault = reason, sequence -> {});
        ticker = new Ticker(
                pipeline,
                SequencerClock.startingAt(0),
                due -> offer(Origin.VENUE, new Tick(due), Reply.NOBODY),
                () -> {},
                failure -> fault = failure);
        pipeline.begin(clock.getAsLong(), firstRecords(venue));
    }

    private void replay(long sequence, long timestamp, DirectBuffer buffer, int offset, int length) {
        host.onRecord(sequence, timestamp, buffer, offset, length);
        recovered.add(Outcome.of(host.request()));
    }

    private Command[] firstRecords(String venue) {
        ChainHash hash = end.chainHash();
        NodeStarted started = new NodeStarted(
                        Math.max(0, end.timestamp()),
                        end.sequence(),
                        hash.toString(),
                        0,
                        end.generation() + 1,
                        "sim",
                        "DISK")
                .knowing(Behaviour.NEWEST);
        return end.sequence() == 0
                ? new Command[] {GenesisTerms.of(venue, DIGEST_EVERY), started}
                : new Command[] {started};
    }

    /** The last sequence before this start. */
    public long recoveredSequence() {
        return end.sequence();
    }

    /** What became of every record before this start, in order. */
    public List<Outcome> recovered() {
        return recovered;
    }

    /** The state before this start's own first records. */
    public byte[] recoveredHash() {
        return recoveredHash;
    }

    /** Why the node stopped by itself; null where it has not. */
    public Throwable fault() {
        return fault;
    }

    /** Nothing waits to be taken. */
    public boolean isIdle() {
        return ring.isEmpty();
    }

    public Market market() {
        return host.market();
    }

    @Override
    public void submit(Origin origin, Command command, Reply reply) {
        if (fault != null) {
            reply.on(Answer.notTaken(RejectReason.STOPPED));
        } else if (!open) {
            reply.on(Answer.notTaken(RejectReason.DRAINING));
        } else if (!offer(origin, command, reply)) {
            reply.on(Answer.notTaken(RejectReason.BUSY));
        }
    }

    private boolean offer(Origin origin, Command command, Reply reply) {
        if (ring.size() == RING_SLOTS) {
            return false;
        }
        Slot slot = Slot.places(1).newInstance();
        slot.fill(scratch, encoder.encode(origin, command, scratch, 0), clock.getAsLong(), reply);
        ring.add(slot);
        return true;
    }

    /** The pipeline takes so many commands as one batch; then whoever follows is told. */
    public void step(int most) {
        if (fault == null) {
            ticker.beat(clock.getAsLong());
        }
        int count = Math.min(most, ring.size());
        for (int i = 0; i < count; i++) {
            pipeline.onEvent(ring.remove(), slots++, i == count - 1);
        }
        followers.forEach(Runnable::run);
    }

    /** Stops in good order. */
    public void stop() {
        open = false;
        step(RING_SLOTS);
        offer(Origin.VENUE, new NodeStopping("simulated"), Reply.NOBODY);
        step(RING_SLOTS);
        pipeline.finish();
        followers.forEach(Runnable::run);
    }

    @Override
    public Subscription follow(String follower, long afterSequence, Consumer<Applied> consumer) {
        EventLog.Cursor cursor = log.cursor();
        EventAssembler assembler = new EventAssembler(afterSequence, consumer);
        followers.add(() -> readAll(cursor, assembler));
        return cursor::close;
    }

    private static void readAll(EventLog.Cursor cursor, EventAssembler assembler) {
        int read = cursor.poll(assembler, 64);
        while (read > 0) {
            read = cursor.poll(assembler, 64);
        }
    }
}
