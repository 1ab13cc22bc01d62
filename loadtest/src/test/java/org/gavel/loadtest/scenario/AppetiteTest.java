package org.gavel.loadtest.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.gavel.protocol.value.Money;
import org.junit.jupiter.api.Test;

class AppetiteTest {
    private static final List<Integer> CROWD =
            IntStream.rangeClosed(1, 50).boxed().toList();
    private static final Money START = new Money(1_000_000);

    @Test
    void everyLotHasTwoToTenActiveBidders() {
        Appetite appetite = new Appetite(3, CROWD);
        for (int lot = 1; lot <= 200; lot++) {
            int active = appetite.active(lot).size();
            assertTrue(active >= 2 && active <= 10, "lot " + lot + ": " + active);
        }
    }

    @Test
    void valuationsLieBetweenFourFifthsAndThreeTimesTheStart() {
        Appetite appetite = new Appetite(3, CROWD);
        for (int lot = 1; lot <= 200; lot++) {
            for (int participant : appetite.active(lot)) {
                long fen = appetite.of(participant, lot, START).orElseThrow().valuationFen();
                assertTrue(fen >= 800_000 && fen <= 3_000_000, "lot " + lot + ": " + fen);
            }
        }
    }

    @Test
    void theSeedDecides() {
        assertEquals(wishes(3), wishes(3));
        assertNotEquals(wishes(3), wishes(4));
    }

    @Test
    void aCrowdOfOneStillBids() {
        assertEquals(List.of(9), new Appetite(3, List.of(9)).active(1));
    }

    private static List<String> wishes(long seed) {
        Appetite appetite = new Appetite(seed, CROWD);
        return IntStream.rangeClosed(1, 20)
                .boxed()
                .flatMap(lot -> appetite.active(lot).stream()
                        .map(participant -> appetite.of(participant, lot, START).orElseThrow())
                        .map(wish -> lot + " " + wish.behaviour() + " " + wish.valuationFen()))
                .toList();
    }
}
