package org.gavel.exchange.sequencer;

/**
 * The market's clock: one anchor taken at the start, then monotonic time. A step of the wall clock never enters; a
 * small drift is slewed away, a large one only raises {@link #isAstray}. Microseconds since 1970. Thread-safe.
 */
public final class SequencerClock {
    /** A wall clock this far off, in microseconds, is not followed but reported. */
    public static final long ASTRAY_MICROS = 1_000_000;

    /** The most the clock is sped up or slowed down, in millionths. */
    private static final long MAX_SLEW_PPM = 500;

    private static final long MICROS_PER_SECOND = 1_000_000;

    private final int factor;
    private volatile Line line;
    private volatile boolean astray;

    /** A straight line of time from an anchor on. */
    private record Line(long nanos, long micros, long slewPpm) {}

    private SequencerClock(long startMicros, int factor) {
        this.factor = factor;
        this.line = new Line(System.nanoTime(), startMicros, 0);
    }

    /** The clock of a node: begins now, or at the journal's last time where that is later. */
    public static SequencerClock startingAt(long journalMicros) {
        return new SequencerClock(Math.max(wallMicros(), journalMicros), 1);
    }

    /** A clock for rehearsals that runs {@code factor} times as fast. */
    public static SequencerClock accelerated(long journalMicros, int factor) {
        return new SequencerClock(Math.max(wallMicros(), journalMicros), factor);
    }

    /** The wall clock, as the evidence of when something was received. */
    public static long wallMicros() {
        return Math.multiplyExact(System.currentTimeMillis(), 1000L);
    }

    /** Now; never less than an earlier answer to the same thread. */
    public long micros() {
        return at(line, System.nanoTime());
    }

    private long at(Line from, long nanos) {
        long elapsed = nanos - from.nanos;
        return from.micros + elapsed / 1000 * factor + elapsed / 1000 * from.slewPpm / MICROS_PER_SECOND;
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
        long nanos = System.nanoTime();
        long now = at(line, nanos);
        long ahead = wallMicros - now;
        astray = Math.abs(ahead) > ASTRAY_MICROS;
        long slew = astray ? 0 : Math.max(-MAX_SLEW_PPM, Math.min(MAX_SLEW_PPM, ahead));
        line = new Line(nanos, now, slew);
    }

    /** Whether the wall clock is too far off to be followed: an operator should look at it. */
    public boolean isAstray() {
        return astray;
    }
}
