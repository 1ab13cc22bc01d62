package org.gavel.exchange.sequencer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RT-09: steps of the wall clock never enter the market's time. */
final class SequencerClockTest {
    private static final long HOUR = 3_600_000_000L;
    private static final long SECOND = 1_000_000;

    @ParameterizedTest
    @ValueSource(longs = {-HOUR, HOUR, -2 * SECOND, 2 * SECOND, 24 * HOUR, -365 * 24 * HOUR})
    void aStepOfTheWallClockIsReportedAndNotFollowed(long step) {
        SequencerClock clock = SequencerClock.startingAt(0);
        long before = clock.micros();

        clock.compareWith(clock.micros() + step);

        assertTrue(clock.isAstray());
        long after = clock.micros();
        assertTrue(after >= before && after - before < 60 * SECOND, "moved by " + (after - before));
    }

    @Test
    void goesOnFromTheJournalsTimeWhereTheWallClockIsBehindIt() {
        long journal = SequencerClock.wallMicros() + HOUR;

        assertTrue(SequencerClock.startingAt(journal).micros() >= journal);
    }

    @Test
    void isNoLongerAstrayWhenTheWallClockIsBack() {
        SequencerClock clock = SequencerClock.startingAt(0);
        clock.compareWith(clock.micros() - HOUR);
        assertTrue(clock.isAstray());

        clock.compareWith(clock.micros());

        assertFalse(clock.isAstray());
    }

    @Test
    void neverGoesBackWhateverTheWallClockSays() {
        SequencerClock clock = SequencerClock.startingAt(0);
        long last = clock.micros();
        for (int look = 0; look < 10_000; look++) {
            clock.compareWith(last + (look % 7 - 3) * SECOND / 4);
            long now = clock.micros();
            assertTrue(now >= last, "went back by " + (last - now));
            last = now;
        }
    }

    @Test
    void saysHowLongUntilATimeAndNothingForOneThatHasPassed() {
        SequencerClock clock = SequencerClock.startingAt(0);

        assertEquals(0, clock.nanosUntil(clock.micros() - 1));
        assertTrue(clock.nanosUntil(clock.micros() + HOUR) > 3_500_000_000_000L);
    }
}
