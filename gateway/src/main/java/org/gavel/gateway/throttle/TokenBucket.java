package org.gavel.gateway.throttle;

/** Fills at a steady rate up to its burst; each message takes one. For one thread; time is an argument. */
public final class TokenBucket {
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final long nanosPerToken;
    private final long fullNanos;
    private long filledNanos;
    private long lastNanos;

    /** A full bucket. */
    public TokenBucket(Rate rate, long nowNanos) {
        nanosPerToken = SECOND_NANOS / rate.perSecond();
        fullNanos = nanosPerToken * rate.burst();
        filledNanos = fullNanos;
        lastNanos = nowNanos;
    }

    /** Takes one, or returns false where none is left. */
    public boolean take(long nowNanos) {
        if (waitNanos(nowNanos) > 0) {
            return false;
        }
        spend(1);
        return true;
    }

    /** How long it takes until one is there; 0 where one is left. */
    long waitNanos(long nowNanos) {
        long passed = Math.min(Math.max(0, nowNanos - lastNanos), fullNanos);
        lastNanos = nowNanos;
        filledNanos = Math.min(fullNanos, filledNanos + passed);
        return Math.max(0, nanosPerToken - filledNanos);
    }

    /** Takes so many, be they there or owed. */
    void spend(int tokens) {
        filledNanos -= tokens * nanosPerToken;
    }
}
