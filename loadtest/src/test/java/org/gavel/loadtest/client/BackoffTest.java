package org.gavel.loadtest.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final long SEED = 7;

    @Test
    void everyPauseStaysWithinItsDoublingBoundAndTheCap() {
        Backoff backoff = new Backoff(SEED, 100, 3_000);
        long bound = 100;
        for (int attempt = 0; attempt < 1_000; attempt++) {
            long pause = backoff.nextMillis();
            assertTrue(pause >= 1 && pause <= bound, "seed " + SEED + " attempt " + attempt + ": " + pause);
            bound = Math.min(3_000, bound * 2);
        }
    }

    @Test
    void theSameSeedGivesTheSamePauses() {
        assertEquals(pauses(SEED), pauses(SEED));
    }

    @Test
    void aCrowdThatLostItsVenueAtOneInstantComesBackSpreadOut() {
        long early = LongStream.range(0, 1_000)
                .map(seed -> {
                    Backoff backoff = new Backoff(seed, 100, 3_000);
                    return backoff.nextMillis() + backoff.nextMillis();
                })
                .filter(pause -> pause <= 150)
                .count();
        assertTrue(early > 350 && early < 650, "of 1000 came back in the first half: " + early);
    }

    @Test
    void afterASuccessTheSeriesBeginsAtTheBase() {
        Backoff backoff = new Backoff(SEED, 10, 10_000);
        pauses(SEED);
        for (int i = 0; i < 10; i++) {
            backoff.nextMillis();
        }
        backoff.reset();
        assertTrue(backoff.nextMillis() <= 10);
    }

    private static List<Long> pauses(long seed) {
        Backoff backoff = new Backoff(seed, 100, 3_000);
        return LongStream.range(0, 50).mapToObj(i -> backoff.nextMillis()).toList();
    }
}
