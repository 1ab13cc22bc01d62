package org.gavel.exchange.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.gavel.exchange.sequencer.SequencerClock;
import org.junit.jupiter.api.Test;

/** RT-09: a step of the wall clock is told once, and once more when it is over. */
class ClockWatchTest {
    private static final long HOUR = 3_600_000_000L;

    @Test
    void aJournalAheadOfTheWallClockIsToldAtTheStartWithHowFarAndWhatToDo() {
        SequencerClock clock = SequencerClock.startingAt(SequencerClock.wallMicros() + 16 * 24 * HOUR + HOUR / 2);
        String said = new ClockWatch(clock, () -> 0).said().orElseThrow();

        assertTrue(said.matches("MARKET TIME IS 16 d 00:(29:59|30:00)\\.\\d{3} AHEAD OF THE WALL CLOCK: .*"), said);
        assertTrue(said.contains("If the wall clock is wrong, set it. If it is right, stop the node until"), said);
    }

    @Test
    void aClockInStepSaysNothing() {
        assertEquals(Optional.empty(), new ClockWatch(SequencerClock.startingAt(0), SequencerClock::wallMicros).said());
    }

    @Test
    void aStepWhileRunningIsToldOnceAndOnceWhenItIsOver() {
        SequencerClock clock = SequencerClock.startingAt(0);
        ClockWatch watch = new ClockWatch(clock, SequencerClock::wallMicros);

        assertEquals(Optional.empty(), saidAfter(watch, clock, 0));
        String said = saidAfter(watch, clock, HOUR).orElseThrow();
        assertTrue(said.contains(" 0 d 01:00:00.000 BEHIND THE WALL CLOCK: a step of the wall clock is not"), said);
        assertTrue(said.contains("If it is right, start the node again"), said);
        assertEquals(Optional.empty(), saidAfter(watch, clock, HOUR));
        assertTrue(saidAfter(watch, clock, 0).orElseThrow().startsWith("market time and wall clock are together"));
        assertEquals(Optional.empty(), saidAfter(watch, clock, 0));
    }

    private static Optional<String> saidAfter(ClockWatch watch, SequencerClock clock, long step) {
        clock.compareWith(clock.micros() + step);
        return watch.said();
    }
}
