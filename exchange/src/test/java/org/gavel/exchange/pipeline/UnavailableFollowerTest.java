package org.gavel.exchange.pipeline;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.gavel.exchange.api.Applied;
import org.gavel.exchange.api.Unavailable;
import org.gavel.exchange.journal.Durability;
import org.gavel.protocol.command.RegisterParticipant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A consumer whose database is away holds nobody up, misses nothing, and lets the node stop. */
class UnavailableFollowerTest {
    private static final int ACTS = 20;

    @TempDir
    Path directory;

    /** Takes what it is told but for the moments in which it is away. */
    private static final class Choosy implements Consumer<Applied> {
        final List<Long> taken = new CopyOnWriteArrayList<>();
        final Set<Long> refused = new ConcurrentSkipListSet<>();
        final AtomicInteger refusals = new AtomicInteger();
        volatile boolean away = true;

        @Override
        public void accept(Applied applied) {
            if (away) {
                refused.add(applied.sequence());
                refusals.incrementAndGet();
                throw new Unavailable("away", new IllegalStateException("for the test"));
            }
            taken.add(applied.sequence());
        }
    }

    private static void act(Venue venue, int first) {
        for (int i = first; i < first + ACTS; i++) {
            assertTrue(venue.staff(new RegisterParticipant(i, "")).accepted());
        }
    }

    @Test
    void isToldTheSameAgainAndThenAllThatFollows() {
        try (Venue venue = Venue.open(directory, Durability.PROCESS)) {
            Choosy choosy = new Choosy();
            List<Long> others = new CopyOnWriteArrayList<>();
            venue.exchange().follow("choosy", 0, choosy);
            venue.exchange().follow("other", 0, applied -> others.add(applied.sequence()));
            act(venue, 1);
            await().until(() -> others.size() > ACTS && choosy.refusals.get() > 2);
            assertEquals(others.subList(0, 1), new ArrayList<>(choosy.refused));
            assertEquals(List.of(), choosy.taken);
            choosy.away = false;
            act(venue, 1 + ACTS);
            await().until(() -> others.size() > 2 * ACTS && choosy.taken.size() == others.size());
            assertEquals(others, choosy.taken);
            assertNull(venue.fault());
        }
    }

    @Test
    void doesNotKeepTheNodeFromItsEnd() {
        Choosy choosy = new Choosy();
        Venue venue = Venue.open(directory, Durability.PROCESS);
        venue.exchange().follow("choosy", 0, choosy);
        await().until(() -> choosy.refusals.get() > 3);
        venue.close();
        int refusals = choosy.refusals.get();
        assertNull(venue.fault());
        assertEquals(List.of(), choosy.taken);
        assertEquals(1, choosy.refused.size());
        assertEquals(refusals, choosy.refusals.get());
    }
}
