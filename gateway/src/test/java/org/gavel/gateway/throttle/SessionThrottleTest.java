package org.gavel.gateway.throttle;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SessionThrottleTest {
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
    void callsAThousandRefusalsInARowAFlood() {
        assertTrue(throttle.message(0));
        for (int i = 1; i < SessionThrottle.FLOOD; i++) {
            assertFalse(throttle.message(0));
        }
        assertFalse(throttle.flooded());
        throttle.message(0);
        assertTrue(throttle.flooded());
    }

    @Test
    void forgivesWhoeverComesBackUnderTheRate() {
        throttle.message(0);
        throttle.message(0);
        assertTrue(throttle.message(1_000_000_000L));
        assertFalse(throttle.flooded());
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
