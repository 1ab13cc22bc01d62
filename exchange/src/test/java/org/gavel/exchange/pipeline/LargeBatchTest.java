package org.gavel.exchange.pipeline;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.awaitility.core.ConditionTimeoutException;
import org.gavel.exchange.api.Answer;
import org.gavel.exchange.api.Applied;
import org.gavel.exchange.journal.FaultyDisk;
import org.gavel.exchange.journal.JournalFault;
import org.gavel.protocol.command.AskStatus;
import org.gavel.protocol.command.OpenLot;
import org.gavel.protocol.event.LotPaused;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.ClientId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A large batch and what follows it are applied before they are forced; nothing of them leaves before that (RT-05). */
class LargeBatchTest {
    private static final int BIDS = 1000;

    @TempDir
    private Path directory;

    private final FaultyDisk disk = new FaultyDisk();
    private final Queue<Long> published = new ConcurrentLinkedQueue<>();
    private CompletableFuture<Answer> first;

    @AfterEach
    void release() {
        disk.release();
    }

    @Test
    void isAppliedBeforeItIsForcedAndToldInOrderAfterIt() {
        List<CompletableFuture<Answer>> bids;
        try (Venue venue = open()) {
            bids = sendWhileTheDiskIsHeld(venue, BIDS);
            long before = venue.applied();
            disk.letThrough(2);
            awaitHeld(() -> venue.applied() > before + BIDS);

            boolean isTold = bids.stream().anyMatch(CompletableFuture::isDone);
            boolean isPublished = published.stream().anyMatch(sequence -> sequence > before + 1);
            disk.release(); // Before anything is asserted: the node could not stop while it waits.
            assertFalse(isTold, "told before it was forced");
            assertFalse(isPublished, "published before it was forced");
            assertTrue(accepted(first).sequence() <= before + 1);
            List<Long> sequences =
                    bids.stream().map(bid -> accepted(bid).sequence()).toList();
            long start = sequences.get(0);
            assertEquals(LongStream.range(start, start + BIDS).boxed().toList(), sequences);
            await().until(() -> published.contains(start + BIDS - 1));
        }
        try (Venue again = Venue.open(directory)) {
            for (int bid = BIDS - 100; bid < BIDS; bid += 10) { // Of each bidder the last 64 answers are kept.
                assertEquals(
                        accepted(bids.get(bid)).sequence(),
                        send(again, bid).join().sequence());
            }
        }
    }

    /** A digest is due after the first, so that the batch of the others begins with a record of the venue's own. */
    private List<CompletableFuture<Answer>> sendWhileTheDiskIsHeld(Venue venue, int count) {
        return sendWhileTheDiskIsHeld(venue, count, 1);
    }

    /** A digest is due so many records after the present one. */
    private List<CompletableFuture<Answer>> sendWhileTheDiskIsHeld(Venue venue, int count, int digestIn) {
        awaitTick(venue);
        for (int asked = 0; (venue.applied() + digestIn) % Venue.DIGEST_EVERY != 0; asked++) {
            venue.bidder(Venue.ALICE, "q" + asked, new AskStatus(ClientId.parse("nothing")));
        }
        holdTheFirst(venue);
        List<CompletableFuture<Answer>> bids = new ArrayList<>();
        for (int bid = 0; bid < count; bid++) {
            bids.add(send(venue, bid));
        }
        return bids;
    }

    /** The next is a second away. */
    private static void awaitTick(Venue venue) {
        long applied = venue.applied();
        await().until(() -> venue.applied() > applied);
    }

    /** The first alone, so that what comes while it is forced makes batches. */
    private void holdTheFirst(Venue venue) {
        disk.hold();
        int forces = disk.journalForces();
        first = venue.send(Venue.BOB, "first", 1000);
        awaitHeld(() -> disk.journalForces() > forces);
    }

    /** A node whose disk is held could not be closed. */
    private void awaitHeld(Callable<Boolean> condition) {
        try {
            await().until(condition);
        } catch (ConditionTimeoutException e) {
            disk.release();
            throw e;
        }
    }

    private static CompletableFuture<Answer> send(Venue venue, int bid) {
        return venue.send(bid % 2 == 0 ? Venue.ALICE : Venue.BOB, "b" + bid, 1100 + 100L * bid);
    }

    private static Answer accepted(CompletableFuture<Answer> bid) {
        Answer answer = bid.orTimeout(20, TimeUnit.SECONDS).join();
        assertEquals(RejectReason.NONE, answer.reason());
        return answer;
    }

    private Venue open() {
        Venue venue = Venue.over(disk, directory).withOpenLot(Duration.ofHours(1));
        venue.exchange().follow("test", 0, applied -> published.add(applied.sequence()));
        return venue;
    }

    @ParameterizedTest(name = "{0} bids")
    @ValueSource(ints = {BIDS, Pipeline.MAX_BATCH + BIDS})
    void ofWhichTheForceFailsIsNeitherToldNorPublished(int count) {
        Venue venue = open();
        List<CompletableFuture<Answer>> bids = sendWhileTheDiskIsHeld(venue, count);
        long before = venue.applied();
        disk.failAfter(2);
        disk.release();

        for (CompletableFuture<Answer> bid : bids) {
            assertEquals(
                    RejectReason.STOPPED,
                    bid.orTimeout(20, TimeUnit.SECONDS).join().reason());
        }
        assertTrue(accepted(first).sequence() <= before + 1);
        await().until(() -> venue.fault() != null);
        assertInstanceOf(JournalFault.class, venue.fault());
        venue.close();
        assertEquals(0, disk.forcesAfterFailure(), "no force is tried again");
        assertTrue(published.stream().allMatch(sequence -> sequence <= before + 1), "published what may be lost");
    }

    @Test
    void isAppliedBehindOneThatIsNotYetDurable() {
        int count = 2 * Pipeline.MAX_BATCH + BIDS;
        List<CompletableFuture<Answer>> bids;
        try (Venue venue = open()) {
            bids = sendWhileTheDiskIsHeld(venue, count, Venue.DIGEST_EVERY / 2); // Within batches.
            long before = venue.applied();
            disk.letThrough(2);
            awaitHeld(() -> venue.applied() >= before + 2 * Pipeline.MAX_BATCH);

            boolean isTold = bids.stream().anyMatch(CompletableFuture::isDone);
            boolean isPublished = published.stream().anyMatch(sequence -> sequence > before + 1);
            disk.release();
            assertFalse(isTold, "told before it was forced");
            assertFalse(isPublished, "published before it was forced");
            long start = accepted(bids.get(0)).sequence();
            await().until(() -> published.contains(start + count - 1));
            assertEquals(published.stream().sorted().toList(), List.copyOf(published), "published in another order");
        }
        try (Venue again = Venue.open(directory)) {
            CompletableFuture<Answer> last = bids.get(count - 1);
            assertEquals(
                    accepted(last).sequence(), send(again, count - 1).join().sequence());
        }
    }

    @Test
    void isToldAndPublishedAlthoughTheForceOfTheNextFails() {
        int count = 2 * Pipeline.MAX_BATCH + BIDS;
        Venue venue = open();
        List<CompletableFuture<Answer>> bids = sendWhileTheDiskIsHeld(venue, count);
        disk.failAfter(4); // The first bid's and one batch's, each of journal and watermark.
        disk.release();

        long durable = bids.stream()
                .map(bid -> bid.orTimeout(20, TimeUnit.SECONDS).join())
                .filter(answer -> answer.reason() == RejectReason.NONE)
                .count();
        long last = accepted(bids.get((int) durable - 1)).sequence();
        await().until(() -> venue.fault() != null);
        venue.close();
        assertTrue(
                durable > Pipeline.MOST_FROM_RING - 10 && durable <= Pipeline.MOST_FROM_RING,
                durable + " bids were answered");
        assertTrue(bids.stream().skip(durable).allMatch(bid -> bid.join().reason() == RejectReason.STOPPED));
        assertTrue(published.stream().allMatch(sequence -> sequence <= last), "published what may be lost");
        assertEquals(0, disk.forcesAfterFailure(), "no force is tried again");
        try (Venue again = Venue.open(directory)) {
            assertTrue(again.exchange().recoveredSequence() >= last, "what was told is lost");
        }
    }

    @Test
    void ofTheVenuesOwnRecordsGoesOnInAnother() {
        int lots = Pipeline.MAX_BATCH + 10;
        AtomicLong free = new AtomicLong(1000);
        AtomicLong paused = new AtomicLong();
        try (Venue venue = Venue.ofManyLots(disk, directory, new SpaceGuard(free::get, 100))) {
            List<CompletableFuture<Answer>> opened = new ArrayList<>();
            venue.withOpenLot(Duration.ofHours(1));
            for (int lot = Venue.LOT + 1; lot < Venue.LOT + lots; lot++) {
                opened.add(venue.submitAsStaff("a" + lot, Venue.announce(lot, Duration.ofHours(1))));
                opened.add(venue.submitAsStaff("o" + lot, new OpenLot(lot, "the session begins")));
            }
            opened.forEach(LargeBatchTest::accepted);
            venue.exchange().follow("test", 0, applied -> paused.addAndGet(pauses(applied)));
            free.set(10);

            await().until(() -> paused.get() == lots);
        }
    }

    private static long pauses(Applied applied) {
        return applied.events().stream().filter(LotPaused.class::isInstance).count();
    }
}
