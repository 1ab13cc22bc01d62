package org.gavel.protocol.value;

import java.time.Duration;

/** Durations in the market's unit of time, the microsecond. */
public final class Micros {
    private static final long NANOS = 1_000;

    private Micros() {}

    /** What is shorter than a microsecond is left out. */
    public static long of(Duration duration) {
        return duration.toNanos() / NANOS;
    }
}
