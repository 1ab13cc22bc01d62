package org.gavel.exchange.pipeline;

import com.lmax.disruptor.InsufficientCapacityException;
import com.lmax.disruptor.RingBuffer;
import java.util.function.Consumer;
import org.agrona.ExpandableArrayBuffer;
import org.gavel.exchange.api.Answer;
import org.gavel.exchange.api.CommandPort;
import org.gavel.exchange.api.Reply;
import org.gavel.exchange.sequencer.SequencerClock;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.codec.sbe.CommandEncoder;
import org.gavel.protocol.codec.sbe.Violation;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;

/** Where commands come in: encodes on the submitting thread, reads the time, claims a place. Thread-safe. */
final class Intake implements CommandPort {
    private final RingBuffer<Slot> ring;
    private final SequencerClock clock;
    private final SpaceGuard guard;
    private final ThreadLocal<Scratch> scratch;
    private volatile RejectReason closed = RejectReason.NONE;

    /** What one submitting thread encodes with. */
    private static final class Scratch {
        private final CommandEncoder encoder;
        private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(512);

        Scratch(Sealer sealer) {
            encoder = new CommandEncoder(sealer);
        }
    }

    Intake(RingBuffer<Slot> ring, SequencerClock clock, SpaceGuard guard, Sealer sealer) {
        this.ring = ring;
        this.clock = clock;
        this.guard = guard;
        this.scratch = ThreadLocal.withInitial(() -> new Scratch(sealer));
    }

    /** From now on every command is answered with this reason. */
    void close(RejectReason reason) {
        closed = reason;
    }

    @Override
    public void submit(Origin origin, Command command, Reply reply) {
        RejectReason shut = refusing();
        if (shut != RejectReason.NONE) {
            reply.on(Answer.notTaken(shut));
        } else if (!tryPublish(origin, command, reply)) {
            shut = closed; // Where the node has ended meanwhile no place is free for ever.
            reply.on(Answer.notTaken(shut == RejectReason.NONE ? RejectReason.BUSY : shut));
        }
    }

    @Override
    public RejectReason refusing() {
        RejectReason shut = closed;
        return shut == RejectReason.NONE && guard.isShut() ? RejectReason.DISK_FULL : shut;
    }

    /** Publishes although the door is closed: the venue's own records. */
    boolean tryPublish(Origin origin, Command command, Reply reply) {
        Scratch own = scratch.get();
        boolean inPlace = CommandEncoder.isFixed(command);
        int length = inPlace ? 0 : encode(own, origin, command);
        long time = clock.micros();
        long place;
        try {
            place = ring.tryNext();
        } catch (InsufficientCapacityException full) { // The ring's one instance, without a trace.
            return false;
        }
        try {
            Slot slot = ring.get(place);
            if (inPlace) {
                slot.encode(own.encoder, origin, command, time, reply);
            } else {
                slot.fill(own.buffer, length, time, reply);
            }
        } finally {
            ring.publish(place); // A place that is never published would block all behind it.
        }
        return true;
    }

    /**
     * Takes all places, so that nobody gets one any more, and hands over those that somebody got since the pipeline
     * took the last; after the pipeline's end.
     */
    void end(Consumer<Slot> late) {
        long next = ring.getMinimumGatingSequence() + 1;
        while (ring.hasAvailableCapacity(1)) {
            nudge();
        }
        for (long place = next; place < next + ring.getBufferSize(); place++) {
            while (!ring.isAvailable(place)) { // Its sender fills it.
                Thread.onSpinWait();
            }
            Slot slot = ring.get(place);
            if (!slot.isVoid()) {
                late.accept(slot);
            }
        }
    }

    /** Publishes a void place; where the ring is full there are others. */
    void nudge() {
        long place;
        try {
            place = ring.tryNext();
        } catch (InsufficientCapacityException full) {
            return;
        }
        ring.get(place).empty();
        ring.publish(place);
    }

    private static int encode(Scratch own, Origin origin, Command command) {
        try {
            return own.encoder.encode(origin, command, own.buffer, 0);
        } catch (Violation e) {
            throw new InvalidValue(RejectReason.TOO_LARGE, "", e.getMessage());
        }
    }
}
