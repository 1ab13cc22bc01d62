package org.gavel.exchange.sequencer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.gavel.exchange.api.WallOffset;
import org.gavel.exchange.api.WallOffset.State;
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

        assertEquals(State.ASTRAY, clock.wallOffset().state());
        long after = clock.micros();
        assertTrue(after >= before && after - before < 60 * SECOND, "moved by " + (after - before));
    }

    @Test
    void goesOnFromTheJournalsTimeWhereTheWallClockIsBehindIt() {
        long journal = SequencerClock.wallMicros() + HOUR;

        assertTrue(SequencerClock.startingAt(journal).micros() >= journal);
    }

    @Test
    void knowsFromItsStartOnHowFarTheJournalWasAheadOfTheWallClock() {
        WallOffset offset = SequencerClock.startingAt(SequencerClock.wallMicros() + 16 * 24 * HOUR)
                .wallOffset();

        assertEquals(State.ASTRAY, offset.state());
        assertTrue(Math.abs(offset.aheadMicros() - 16 * 24 * HOUR) < SECOND, offset::toString);
        assertEquals(State.IN_STEP, SequencerClock.startingAt(0).wallOffset().state());
    }

    @Test
    void aRehearsalsClockIsComparedWithNothing() {
        SequencerClock clock = SequencerClock.accelerated(SequencerClock.wallMicros() + HOUR, 60);
        clock.compareWith(SequencerClock.wallMicros());

        assertEquals(WallOffset.NONE, clock.wallOffset());
    }

    /** A process that was frozen, or a machine whose monotonic clock jumped: nobody came to draw another line. */
    @ParameterizedTest
    @ValueSource(longs = {-900_000, -300, -1, 0, 1, 300, 900_000})
    void oneSlewTakesAwayTheErrorItWasMadeForAndNoMoreHoweverLongItLasts(long error) {
        AtomicLong nanos = new AtomicLong();
        SequencerClock clock = new SequencerClock(0, 1, nanos::get);
        clock.compareWith(error);

        nanos.set(Duration.ofDays(16).toNanos());

        assertEquals(16 * 24 * HOUR + error, clock.micros());
    }

    @Test
    void isInStepAgainOnlyWhereNoJitterTellsItTwice() {
        AtomicLong nanos = new AtomicLong();
        SequencerClock clock = new SequencerClock(0, 1, nanos::get);
        clock.compareWith(-SECOND - 1);
        clock.compareWith(-SECOND + 1);
        assertEquals(State.ASTRAY, clock.wallOffset().state());

        for (int second = 0; second < 300; second++) {
            nanos.addAndGet(1_000_000_000);
            clock.compareWith(nanos.get() / 1000 - SECOND + 1);
        }
        assertEquals(State.IN_STEP, clock.wallOffset().state());
        assertTrue(Math.abs(clock.wallOffset().aheadMicros() - (SECOND - 299 * 500)) < 1000);
    }

    @Test
    void isNoLongerAstrayWhenTheWallClockIsBack() {
        SequencerClock clock = SequencerClock.startingAt(0);
        clock.compareWith(clock.micros() - HOUR);
        assertEquals(State.ASTRAY, clock.wallOffset().state());

        clock.compareWith(clock.micros());

        assertEquals(State.IN_STEP, clock.wallOffset().state());
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
