package org.gavel.exchange.sequencer;

import java.util.function.LongSupplier;
import org.gavel.exchange.api.WallOffset;
import org.gavel.exchange.api.WallOffset.State;

/**
 * The market's clock: one anchor taken at the start, then monotonic time. A step of the wall clock never enters; a
 * small drift is slewed away, a large one only makes {@link #wallOffset} say {@code ASTRAY}. Microseconds since 1970.
 * Thread-safe.
 */
public final class SequencerClock {
    /** A wall clock this far off, in microseconds, is not followed but reported. */
    public static final long ASTRAY_MICROS = 1_000_000;

    /** One that was astray has to come this near to be in step again, so that no jitter tells it twice. */
    private static final long IN_STEP_MICROS = 900_000;

    /** The most the clock is sped up or slowed down, in millionths. */
    private static final long MAX_SLEW_PPM = 500;

    private static final long MICROS_PER_SECOND = 1_000_000;

    private final int factor;
    private final LongSupplier nanoTime;
    private volatile Line line;
    private volatile WallOffset offset = WallOffset.NONE;

    /**
     * A straight line of time from an anchor on.
     *
     * @param error that the slew takes away, in microseconds, and never more: nobody may come to draw another line
     */
    private record Line(long nanos, long micros, long slewPpm, long error) {
        long slewed(long elapsedMicros) {
            long slewed = elapsedMicros * slewPpm / MICROS_PER_SECOND;
            return error < 0 ? Math.max(error, slewed) : Math.min(error, slewed);
        }
    }

    /** Over another monotonic clock than the machine's. */
    SequencerClock(long startMicros, int factor, LongSupplier nanoTime) {
        this.factor = factor;
        this.nanoTime = nanoTime;
        this.line = new Line(nanoTime.getAsLong(), startMicros, 0, 0);
    }

    /** The clock of a node: begins now, or at the journal's last time where that is later. */
    public static SequencerClock startingAt(long journalMicros) {
        long wall = wallMicros();
        SequencerClock clock = new SequencerClock(Math.max(wall, journalMicros), 1, System::nanoTime);
        clock.compareWith(wall);
        return clock;
    }

    /** A clock for rehearsals that runs {@code factor} times as fast. */
    public static SequencerClock accelerated(long journalMicros, int factor) {
        return new SequencerClock(Math.max(wallMicros(), journalMicros), factor, System::nanoTime);
    }

    /** The wall clock, as the evidence of when something was received. */
    public static long wallMicros() {
        return Math.multiplyExact(System.currentTimeMillis(), 1000L);
    }

    /** Now; never less than an earlier answer to the same thread. */
    public long micros() {
        return at(line, nanoTime.getAsLong());
    }

    private long at(Line from, long nanos) {
        long elapsed = nanos - from.nanos;
        return from.micros + elapsed / 1000 * factor + from.slewed(elapsed / 1000);
    }

    /** Monotonic nanoseconds from now until this time, 0 where it has passed. */
    public long nanosUntil(long micros) {
        long left = micros - this.micros();
        return left <= 0 ? 0 : Math.min(left, 3_600 * MICROS_PER_SECOND) * 1000 / factor;
    }

    /** Compares with the wall clock, about once a second from one thread, and bends a little towards it. */
    public void compareWith(long wallMicros) {
        if (factor != 1) {
            return;
        }
        long nanos = nanoTime.getAsLong();
        long now = at(line, nanos);
        long error = wallMicros - now;
        long slew = Math.abs(error) > ASTRAY_MICROS ? 0 : Math.max(-MAX_SLEW_PPM, Math.min(MAX_SLEW_PPM, error));
        line = new Line(nanos, now, slew, error);
        long most = offset.state() == State.ASTRAY ? IN_STEP_MICROS : ASTRAY_MICROS;
        offset = new WallOffset(Math.abs(error) > most ? State.ASTRAY : State.IN_STEP, -error);
    }

    /** How far the wall clock was off when the two were last compared; where it is astray an operator should look at it. */
    public WallOffset wallOffset() {
        return offset;
    }
}
