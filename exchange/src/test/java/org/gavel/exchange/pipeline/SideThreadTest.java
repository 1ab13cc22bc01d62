package org.gavel.exchange.pipeline;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Work beside the pipeline is done in order, by two at most, and its failure is final and told. */
class SideThreadTest {
    private static final String BROKEN = "broken";

    private final List<String> done = new CopyOnWriteArrayList<>();
    private final List<Throwable> faults = new CopyOnWriteArrayList<>();
    private final Semaphore gate = new Semaphore(0);
    private final SideThread<String> side = new SideThread<>("side", this::work, faults::add);

    private void work(String piece) {
        gate.acquireUninterruptibly();
        if (piece.equals(BROKEN)) {
            throw new IllegalStateException(piece);
        }
        done.add(piece);
    }

    @AfterEach
    void close() {
        gate.release(100);
        side.close();
    }

    @Test
    void piecesAreDoneInTheOrderInWhichTheyAreHandedOver() {
        gate.release(100);
        for (int piece = 0; piece < 50; piece++) {
            side.begin("" + piece);
        }
        side.await();
        assertEquals(50, done.size());
        assertEquals("49", done.get(49));
        assertEquals("0", done.get(0));
    }

    @Test
    void oneIsWaitedForWhileTheNextIsUnderWay() {
        side.begin("a");
        side.begin("b");
        gate.release(1);
        side.awaitAllBut(1);
        assertEquals(List.of("a"), done);
    }

    @Test
    void aThirdWaitsForTheFirst() {
        side.begin("a");
        side.begin("b");
        Thread third = new Thread(() -> side.begin("c"));
        third.start();
        await().until(() -> third.getState() == Thread.State.TIMED_WAITING);
        gate.release(1);
        await().until(() -> !third.isAlive());
        assertEquals(List.of("a"), done);
    }

    @Test
    void afterAFailureNothingMoreIsDoneAndWhatWasDoneBeforeIsNoFailure() {
        side.begin("a");
        side.begin(BROKEN);
        gate.release(2);
        side.awaitAllBut(1);
        assertEquals(
                BROKEN, assertThrows(IllegalStateException.class, side::await).getMessage());
        assertEquals(1, faults.size());
        assertThrows(IllegalStateException.class, () -> side.begin("c"));
        side.end();
        assertEquals(List.of("a"), done);
    }

    @Test
    void closingWaitsForWhatWasBegun() {
        side.begin("a");
        Thread closing = new Thread(side::close);
        closing.start();
        await().until(() -> closing.getState() == Thread.State.WAITING);
        assertFalse(done.contains("a"));
        gate.release(1);
        await().until(() -> !closing.isAlive());
        assertEquals(List.of("a"), done);
    }
}
