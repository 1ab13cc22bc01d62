package org.gavel.gateway.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionThrottleTest {
    private static final long SECOND = 1_000_000_000L;

    private final SessionThrottle throttle = new SessionThrottle(new Rate(1, 1), 2, 0);

    @Test
    void boundsTheCommandsThatWaitForTheirAnswer() {
        assertTrue(throttle.submit());
        assertTrue(throttle.submit());
        assertFalse(throttle.submit());
        throttle.answered();
        assertTrue(throttle.submit());
    }

    @Test
    void saysWhenTheNextMessageWouldBeTaken() {
        assertTrue(throttle.message(0));
        assertFalse(throttle.message(SECOND / 4));
        assertEquals(750, throttle.tooFast(SECOND / 4).waitMillis());
        assertEquals(250, throttle.tooFast(SECOND * 3 / 4).waitMillis());
        assertTrue(throttle.message(SECOND));
    }

    @Test
    void callsAThousandRefusalsAFlood() {
        assertTrue(throttle.message(0));
        for (int i = 1; i < SessionThrottle.FLOOD; i++) {
            assertFalse(throttle.message(0));
        }
        assertFalse(throttle.flooded());
        throttle.message(0);
        assertTrue(throttle.flooded());
    }

    @Test
    void forgivesARefusalForEachMessageTaken() {
        for (int i = 0; i < SessionThrottle.FLOOD; i++) {
            throttle.message(0);
        }
        assertTrue(throttle.message(SECOND));
        assertFalse(throttle.message(SECOND));
        assertFalse(throttle.flooded());
        assertFalse(throttle.message(SECOND));
        assertTrue(throttle.flooded());
    }

    /** Messages at a steady rate for an hour, as far as they are no flood; how many seconds that was. */
    private static long secondsOf(int perSecond) {
        SessionThrottle bidder = new SessionThrottle(new Rate(50, 100), 64, 0);
        for (long sent = 1; sent <= 3_600L * perSecond; sent++) {
            long now = sent * SECOND / perSecond;
            bidder.message(now);
            if (bidder.flooded()) {
                return now / SECOND;
            }
        }
        return 3_600;
    }

    @ParameterizedTest
    @CsvSource({"50, 3600", "75, 3600", "100, 3600", "150, 20", "1000, 1", "5000, 0"})
    void endsWhoeverGoesOnAtMoreThanTwiceTheRate(int perSecond, long seconds) {
        assertEquals(seconds, secondsOf(perSecond));
    }

    @Test
    void givesAnotherRateWithAFullBurst() {
        throttle.message(0);
        throttle.change(new Rate(1, 1), 0);
        assertFalse(throttle.message(0), "the same rate again is no gift");
        throttle.change(new Rate(5, 2), 0);
        assertTrue(throttle.message(0));
        assertTrue(throttle.message(0));
        assertFalse(throttle.message(0));
    }
}
