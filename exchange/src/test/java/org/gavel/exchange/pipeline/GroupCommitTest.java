package org.gavel.exchange.pipeline;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.gavel.exchange.api.Answer;
import org.gavel.exchange.journal.FaultyDisk;
import org.gavel.protocol.command.AskStatus;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What came while a force was under way shares the next one; nobody waits for a timer (RT-06). */
class GroupCommitTest {
    private static final int SENDERS = 8;
    private static final int BIDS = 400;

    @TempDir
    private Path directory;

    private final FaultyDisk disk = new FaultyDisk();

    @AfterEach
    void release() {
        disk.release();
    }

    @Test
    void oneSenderCostsOneForceOfJournalAndWatermarkForEachCommand() {
        try (Venue venue = Venue.over(disk, directory).withOpenLot(Duration.ofHours(1))) {
            int journal = disk.journalForces();
            int watermark = disk.watermarkForces();
            for (int bid = 0; bid < 20; bid++) {
                venue.bid(bid % 2 == 0 ? Venue.ALICE : Venue.BOB, "c" + bid, 1000 + 100L * bid);
            }
            int forces = disk.journalForces() - journal;

            assertTrue(forces >= 20, "one for each, " + forces);
            assertTrue(forces <= 20 + 10, "and one for each second's tick, " + forces);
            assertEquals(disk.watermarkForces() - watermark, forces, 1);
        }
    }

    @Test
    void whatCameDuringAForceIsForcedTogetherAsSoonAsItReturned() {
        try (Venue venue = Venue.over(disk, directory).withOpenLot(Duration.ofHours(1))) {
            disk.hold();
            CompletableFuture<Answer> first = venue.send(Venue.ALICE, "first", 1000);
            int journal = disk.journalForces();
            await().until(() -> disk.journalForces() > 0 && disk.journalForces() >= journal);
            List<CompletableFuture<Answer>> meanwhile = new ArrayList<>();
            for (int bid = 0; bid < BIDS; bid++) {
                meanwhile.add(venue.send(Venue.BOB, "m" + bid, 1100 + 100L * bid));
            }
            int before = disk.journalForces();
            disk.release();
            meanwhile.forEach(CompletableFuture::join);

            assertTrue(first.join().accepted());
            assertTrue(disk.journalForces() - before <= 3, "forces for " + BIDS + " commands");
            assertEquals(
                    consecutive(meanwhile), LongStream.range(0, BIDS).boxed().toList());
        }
    }

    /** The sequences of the answers, the first subtracted; ticks may lie between them only at the ends. */
    private static List<Long> consecutive(List<CompletableFuture<Answer>> answers) {
        long first = answers.get(0).join().sequence();
        return answers.stream().map(answer -> answer.join().sequence() - first).toList();
    }

    @Test
    void manySendersNeedFarFewerForcesThanCommands() {
        try (Venue venue = Venue.over(disk, directory).withOpenLot(Duration.ofHours(1))) {
            int before = disk.journalForces();
            List<Thread> senders = IntStream.range(0, SENDERS)
                    .mapToObj(sender -> new Thread(() -> burst(venue, sender)))
                    .toList();
            senders.forEach(Thread::start);
            senders.forEach(GroupCommitTest::join);
            int forces = disk.journalForces() - before;

            System.out.println(SENDERS * BIDS + " commands of " + SENDERS + " senders took " + forces + " forces");
            assertTrue(forces * 4 < SENDERS * BIDS, forces + " forces");
        }
    }

    private static void burst(Venue venue, int sender) {
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        for (int question = 0; question < BIDS; question++) {
            answers.add(venue.submit(
                    Venue.ALICE + sender,
                    Role.BIDDER,
                    Channel.ONLINE,
                    "q" + question,
                    new AskStatus(ClientId.parse("nothing"))));
        }
        answers.forEach(CompletableFuture::join);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aSlowForceKeepsTheOrderAndLosesNothing() {
        List<Long> told = new CopyOnWriteArrayList<>();
        try (Venue venue = Venue.over(disk, directory).withOpenLot(Duration.ofHours(1))) {
            disk.hold();
            List<CompletableFuture<Answer>> answers = new ArrayList<>();
            for (int bid = 0; bid < 50; bid++) {
                answers.add(venue.send(bid % 2 == 0 ? Venue.ALICE : Venue.BOB, "s" + bid, 1000 + 100L * bid)
                        .whenComplete((answer, fault) -> told.add(answer.sequence())));
                disk.letThrough(1);
            }
            disk.release();
            for (CompletableFuture<Answer> answer : answers) {
                assertEquals(RejectReason.NONE, answer.join().reason());
            }
            await().until(() -> told.size() == 50);

            assertEquals(told.stream().sorted().toList(), told);
        }
        try (Venue venue = Venue.open(directory)) {
            for (int bid = 0; bid < 50; bid++) {
                assertTrue(venue.bid(bid % 2 == 0 ? Venue.ALICE : Venue.BOB, "s" + bid, 1000 + 100L * bid)
                        .repeated());
            }
        }
    }

    @Test
    void nothingIsAcknowledgedWhileItsForceIsUnderWay() {
        try (Venue venue = Venue.over(disk, directory).withOpenLot(Duration.ofHours(1))) {
            disk.hold();
            int before = disk.journalForces();
            CompletableFuture<Answer> bid = venue.send(Venue.ALICE, "held", 1000);
            await().until(() -> disk.journalForces() > before);
            assertFalse(bid.isDone(), "the journal is not forced yet");
            int watermark = disk.watermarkForces();
            disk.letThrough(1);
            await().until(() -> disk.watermarkForces() > watermark);
            assertFalse(bid.isDone() && disk.watermarkForces() == watermark + 1, "the watermark is not forced yet");
            disk.release();
            assertTrue(bid.join().accepted());
        }
    }
}
