package org.gavel.gateway.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private static final long SECOND = 1_000_000_000L;

    private static int take(TokenBucket bucket, int tries, long now) {
        int taken = 0;
        for (int i = 0; i < tries; i++) {
            taken += bucket.take(now) ? 1 : 0;
        }
        return taken;
    }

    @Test
    void givesItsBurstAtOnceAndThenItsRate() {
        TokenBucket bucket = new TokenBucket(new Rate(50, 100), 0);

        assertEquals(100, take(bucket, 1_000, 0));
        assertEquals(50, take(bucket, 1_000, SECOND));
        assertEquals(25, take(bucket, 1_000, SECOND + SECOND / 2));
    }

    @Test
    void holdsNoMoreThanItsBurstHoweverLongTheRest() {
        TokenBucket bucket = new TokenBucket(new Rate(50, 100), 0);
        take(bucket, 100, 0);

        assertEquals(100, take(bucket, 1_000, 3_600 * SECOND));
    }

    @Test
    void gainsNothingFromTimeThatGoesBack() {
        TokenBucket bucket = new TokenBucket(new Rate(1, 1), SECOND);

        assertTrue(bucket.take(SECOND));
        assertFalse(bucket.take(0));
    }

    @Test
    void refusesRatesOutOfRange() {
        assertThrows(IllegalArgumentException.class, () -> new Rate(0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Rate(1, 1_000_001));
    }
}
