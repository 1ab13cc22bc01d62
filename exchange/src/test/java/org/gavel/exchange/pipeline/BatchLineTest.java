package org.gavel.exchange.pipeline;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.agrona.concurrent.UnsafeBuffer;
import org.gavel.exchange.api.AnswerView;
import org.gavel.exchange.api.Reply;
import org.gavel.exchange.engine.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Batches go down the line in order; whatever fails, everybody who waits is told once, and only what is durable. */
class BatchLineTest {
    private static final String BROKEN = "broken";

    private final List<String> done = new CopyOnWriteArrayList<>();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<Throwable> faults = new CopyOnWriteArrayList<>();
    private final AtomicInteger nudges = new AtomicInteger();
    private final Semaphore appends = new Semaphore(0);
    private final Semaphore hashes = new Semaphore(1000);
    private final Stations stations = new Stations();
    private final BatchLine line = new BatchLine(stations, true, nudges::incrementAndGet, faults::add);
    private long handed;

    /** Notes what is done; its appends wait until they are let through. */
    private final class Stations implements BatchLine.Stations {
        private volatile String breaks = "";

        @Override
        public void append(Batch batch) {
            appends.acquireUninterruptibly();
            note("append", batch);
        }

        @Override
        public void hash(Batch batch) {
            hashes.acquireUninterruptibly();
            note("hash", batch);
        }

        @Override
        public void publish(Batch batch) {
            note("publish", batch);
            batch.tell();
        }

        private void note(String what, Batch batch) {
            String noted = what + " " + batch.records().firstSequence();
            if (noted.equals(breaks)) {
                throw new IllegalStateException(BROKEN);
            }
            done.add(noted);
        }

        private List<String> noted(String what) {
            return done.stream().filter(noted -> noted.startsWith(what)).toList();
        }
    }

    @AfterEach
    void close() {
        appends.release(1000);
        hashes.release(1000);
        line.close();
    }

    private void hand() {
        hand(answer -> {});
    }

    private void hand(Consumer<AnswerView> heard) {
        hand(line, heard);
    }

    private void hand(BatchLine to, Consumer<AnswerView> heard) {
        long sequence = ++handed;
        Reply reply = answer -> {
            told.add(sequence + " " + answer.reason());
            heard.accept(answer);
        };
        to.current().add(sequence, 0, new UnsafeBuffer(new byte[8]), 0, 8, reply);
        to.current().answer(new Request().begin(sequence, 0, 0, 0, 0));
        to.hand();
    }

    private void hand(int batches) {
        for (int batch = 0; batch < batches; batch++) {
            hand();
        }
    }

    @Test
    void batchesAreMadeDurableToldAndPublishedInOrder() {
        appends.release(1000);
        hand(50);
        line.awaitIdle();
        assertTrue(line.isIdle());
        List<String> appended = stations.noted("append");
        List<String> published = stations.noted("publish");
        assertEquals(50, told.size());
        for (int i = 0; i < 50; i++) {
            assertEquals("append " + (i + 1), appended.get(i));
            assertEquals("publish " + (i + 1), published.get(i));
            assertEquals((i + 1) + " NONE", told.get(i));
            assertTrue(done.indexOf(appended.get(i)) < done.indexOf(published.get(i)));
        }
    }

    @Test
    void eventsAreHashedBeforeTheyAreDurableButNothingElse() {
        hand(2);
        line.awaitHashed();
        assertEquals(List.of("hash 1", "hash 2"), done);
        assertFalse(line.isIdle());
        assertFalse(line.wantsMore());
        appends.release(2);
        line.awaitIdle();
        assertTrue(line.wantsMore());
    }

    @Test
    void whoAsksIsNudgedOnceWhenTheScribeHasNothingToDo() {
        assertFalse(line.asksForNudge(), "there is nothing to wait for");
        hand(2);
        assertTrue(line.asksForNudge());
        appends.release(1);
        await().until(() -> told.size() == 1);
        assertEquals(0, nudges.get());
        appends.release(1);
        await().until(() -> nudges.get() == 1);
        hand();
        appends.release(1);
        line.awaitIdle();
        assertEquals(1, nudges.get(), "nobody asked again");
    }

    @Test
    void whoAsksIsNudgedWhereAFaultEndsTheWaiting() {
        stations.breaks = "append 1";
        hand();
        assertTrue(line.asksForNudge());
        appends.release(1);
        await().until(() -> nudges.get() == 1);
        assertFalse(line.asksForNudge());
    }

    @Test
    void whoHandsOverWaitsOnlyWhereAllPlacesAreTaken() {
        hand(BatchLine.PLACES - 1);
        Thread last = new Thread(this::hand);
        last.start();
        await().until(() -> last.getState() == Thread.State.TIMED_WAITING);
        appends.release(1);
        await().until(() -> !last.isAlive());
        assertEquals(List.of("1 NONE"), told);
    }

    @Test
    void whatWasDurableIsToldAndPublishedAndTheRestRefusedWhereAnAppendFails() {
        stations.breaks = "append 2";
        hand(3);
        appends.release(10);
        line.awaitIdle();
        assertEquals(List.of("1 NONE", "2 STOPPED", "3 STOPPED"), told);
        assertEquals(List.of("publish 1"), stations.noted("publish"));
        assertEquals(1, faults.size());
        assertTrue(line.hasFailed());
        assertFalse(line.isIdle(), "nobody may go on beside a line that failed");
        hand();
        line.awaitIdle();
        assertEquals("4 STOPPED", told.get(3));
        assertEquals(List.of("append 1"), stations.noted("append"));
        assertThrows(IllegalStateException.class, line::awaitHashed);
    }

    @Test
    void whatIsDurableIsToldThoughItCannotBePublished() {
        stations.breaks = "publish 1";
        appends.release(1);
        hand();
        line.awaitIdle();
        hand(2);
        appends.release(1);
        line.awaitIdle();
        assertEquals(List.of("1 NONE", "2 STOPPED", "3 STOPPED"), told);
        assertEquals(List.of(), stations.noted("publish"));
        assertEquals(BROKEN, faults.get(0).getMessage());
    }

    @Test
    void aReplyThatFailsKeepsNobodyFromBeingTold() {
        stations.breaks = "append 1";
        hand(answer -> {
            throw new IllegalStateException("deaf");
        });
        hand();
        appends.release(1);
        line.awaitIdle();
        assertEquals(List.of("1 STOPPED", "2 STOPPED"), told);
        assertEquals(1, faults.size());
    }

    @Test
    void theFirstFaultIsToldBeforeWhatFollowsFromIt() {
        Semaphore told = new Semaphore(0);
        BatchLine slow = new BatchLine(stations, true, nudges::incrementAndGet, fault -> {
            faults.add(fault);
            told.acquireUninterruptibly();
        });
        stations.breaks = "append 1";
        appends.release(1);
        hand(slow, answer -> {});
        await().until(() -> faults.size() == 1);
        assertFalse(slow.hasFailed(), "seen before it is told");
        told.release();
        await().until(slow::hasFailed);
        assertThrows(IllegalStateException.class, slow::awaitHashed);
        slow.close();
    }

    @Test
    void nothingIsPublishedBehindWhatWasNotThoughAnotherFaultIsStillBeingTold() {
        Semaphore told = new Semaphore(0);
        BatchLine slow = new BatchLine(stations, true, nudges::incrementAndGet, fault -> {
            faults.add(fault);
            told.acquireUninterruptibly();
        });
        stations.breaks = "publish 1";
        hashes.drainPermits();
        hand(slow, answer -> {});
        hand(slow, answer -> {});
        Thread other = new Thread(() -> slow.settle(deaf(), false));
        other.start();
        await().until(() -> faults.size() == 1);
        appends.release(1);
        await().until(() -> stations.noted("append").size() == 1);
        hashes.release(2);
        await().until(() -> stations.noted("hash").size() == 2);
        appends.release(1);
        slow.awaitIdle();
        told.release();
        slow.close();
        assertEquals(List.of(), stations.noted("publish"));
        assertEquals(1, faults.size(), "the first alone is told");
    }

    private static Batch deaf() {
        Batch batch = new Batch();
        batch.add(1, 0, new UnsafeBuffer(new byte[8]), 0, 8, answer -> {
            throw new IllegalStateException("deaf");
        });
        return batch;
    }

    @Test
    void withoutAScribeABatchIsAppendedByWhoeverHandsItOver() {
        try (BatchLine memory = new BatchLine(stations, false, nudges::incrementAndGet, faults::add)) {
            appends.release(1);
            Semaphore ears = new Semaphore(0);
            hand(memory, answer -> ears.acquireUninterruptibly());
            assertEquals(List.of("append 1"), stations.noted("append"));
            assertTrue(memory.asksForNudge());
            ears.release();
            memory.awaitIdle();
            assertEquals(List.of("1 NONE"), told);
            await().until(() -> nudges.get() == 1);
        }
    }

    @Test
    void nobodyWaitsForAThreadThatCannotBeHad() {
        ThreadFactory none = work -> new Thread(work) {
            @Override
            public synchronized void start() {
                throw new OutOfMemoryError("unable to create native thread");
            }
        };
        try (BatchLine poor = new BatchLine(stations, true, nudges::incrementAndGet, faults::add, none)) {
            assertThrows(OutOfMemoryError.class, () -> hand(poor, answer -> {}));
            assertTimeoutPreemptively(Duration.ofSeconds(20), poor::awaitIdle);
            poor.settle(poor.current(), false);
            assertEquals(List.of("1 STOPPED"), told);
        }
    }

    @Test
    void closingWaitsForWhatWasHandedOver() {
        hand();
        Thread closing = new Thread(line::close);
        closing.start();
        await().until(() -> closing.getState() == Thread.State.WAITING);
        assertEquals(List.of(), told);
        appends.release(1);
        await().until(() -> !closing.isAlive());
        assertEquals(List.of("1 NONE"), told);
    }
}
