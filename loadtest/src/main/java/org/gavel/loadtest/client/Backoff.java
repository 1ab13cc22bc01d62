package org.gavel.loadtest.client;

import java.util.SplittableRandom;

/**
 * Pauses between attempts: exponential with full jitter, each drawn from 1 ms to a bound that doubles up to a cap, so
 * that a crowd that lost its venue at one instant does not come back at one instant. Confined to one thread.
 */
final class Backoff {
    private final SplittableRandom random;
    private final long baseMillis;
    private final long capMillis;
    private long boundMillis;

    Backoff(long seed, long baseMillis, long capMillis) {
        this.random = new SplittableRandom(seed);
        this.baseMillis = baseMillis;
        this.capMillis = capMillis;
        this.boundMillis = baseMillis;
    }

    long nextMillis() {
        long pause = 1 + random.nextLong(boundMillis);
        boundMillis = Math.min(capMillis, boundMillis * 2);
        return pause;
    }

    /** The attempt succeeded; the next series begins at the base again. */
    void reset() {
        boundMillis = baseMillis;
    }
}
