package org.gavel.loadtest.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ServerClockTest {
    private final ServerClock clock = new ServerClock();

    @Test
    void measuresAClockSixtyTimesFasterThanTheWall() {
        for (int i = 0; i <= 40; i++) {
            clock.sample(i * 100_000_000L, 1_000_000L + i * 6_000_000L, 1_000);
        }
        assertEquals(60.0, clock.scale(), 1e-9);
        assertEquals(1_000_000L + 41 * 6_000_000L, clock.micros(41 * 100_000_000L));
        assertEquals(1_000_000_000L, clock.wallNanos(60_000_000L));
    }

    @Test
    void saysNothingOfSpeedFromSamplesTooCloseTogether() {
        clock.sample(1_000, 5, 1_000);
        clock.sample(2_000, 900, 1_000);
        assertFalse(clock.isMeasured());
        assertEquals(1.0, clock.scale());
    }

    @Test
    void keepsTheSpeedButNotThePositionOfARestartedNode() {
        clock.sample(0, 0, 1_000);
        clock.sample(100_000_000L, 1_000_000L, 1_000);
        assertTrue(clock.isMeasured());
        clock.restart();
        assertFalse(clock.isMeasured());
        clock.sample(200_000_000L, 500L, 1_000);
        assertEquals(10.0, clock.scale(), 1e-9);
        assertEquals(500L + 1_000_000L, clock.micros(300_000_000L));
    }

    @Test
    void trustsTheSamplesThatLeaveTheLeastDoubt() {
        clock.sample(0, 0, 100_000);
        clock.sample(50_000_000L, 9_000_000L, ServerClock.ONE_WAY_NANOS);
        clock.sample(100_000_000L, 1_000_000L, 100_000);
        assertEquals(10.0, clock.scale(), 1e-9);
        assertEquals(2_000_000L, clock.micros(200_000_000L));
    }
}
