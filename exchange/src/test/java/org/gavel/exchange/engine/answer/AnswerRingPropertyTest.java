package org.gavel.exchange.engine.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A ring finds what a list of the latest answers finds, whether its asker counts, counts anew or draws client ids. */
final class AnswerRingPropertyTest {
    private static final long SEED = Long.getLong("gavel.seed", 20261128);
    private static final int COMMANDS = 2_000;

    /** A client id and what its command was answered. */
    private record Kept(long high, long low, long content, long sequence, int reason, long detail) {}

    private final Random random = new Random(SEED);
    private final List<AnswerRing> rings = new ArrayList<>();
    private final List<List<Kept>> latest = new ArrayList<>();

    @Test
    void findsTheAnswersOfTheLatestCommandsAndNoOthers() {
        for (int ring = 0; ring < 150; ring++) {
            rings.add(new AnswerRing(1_000 + ring));
            latest.add(new ArrayList<>());
        }
        for (int i = 0; i < 150 * COMMANDS / 10; i++) {
            int ring = random.nextInt(150);
            ask(ring, id(ring, i), random.nextInt(8) == 0 ? 0 : i % 3, i + 1L);
            look(ring);
        }
    }

    /** One third of the askers count, one third count anew now and then, one third draw. */
    private long id(int ring, int i) {
        return switch (ring % 3) {
            case 0 -> i + 1L;
            case 1 -> i % 5_000 + 1L;
            default -> 1 + random.nextInt(3_000);
        };
    }

    private void ask(int ring, long high, long low, long sequence) {
        List<Kept> kept = latest.get(ring);
        int expected = placeOf(kept, high, low);
        assertEquals(expected >= 0, rings.get(ring).find(high, low) != AnswerRing.NONE, "repeat with seed " + SEED);
        if (expected < 0) {
            Kept next = new Kept(high, low, random.nextLong(), sequence, random.nextInt(600), random.nextInt(4));
            rings.get(ring).add(high, low, next.content(), sequence, next.reason(), next.detail());
            kept.add(next);
            if (kept.size() > AnswerRing.CAPACITY) {
                kept.remove(0);
            }
        }
    }

    private static int placeOf(List<Kept> kept, long high, long low) {
        for (int i = 0; i < kept.size(); i++) {
            if (kept.get(i).high() == high && kept.get(i).low() == low) {
                return i;
            }
        }
        return -1;
    }

    private void look(int ring) {
        AnswerRing own = rings.get(ring);
        for (Kept each : latest.get(ring)) {
            int place = own.find(each.high(), each.low());
            Kept found = new Kept(
                    each.high(),
                    each.low(),
                    own.content(place),
                    own.sequence(place),
                    own.reasonCode(place),
                    own.detail(place));
            assertEquals(each, found, "repeat with seed " + SEED);
        }
    }
}
