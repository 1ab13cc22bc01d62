package org.gavel.exchange.pipeline;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.gavel.exchange.api.Answer;
import org.gavel.exchange.journal.FaultyDisk;
import org.gavel.exchange.journal.JournalFault;
import org.gavel.protocol.reject.RejectReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first force that fails stops the node loudly; none is tried again and nothing more is acknowledged (RT-05). */
class FailingDiskTest {
    @TempDir
    private Path directory;

    @ParameterizedTest(name = "after {0} more")
    @ValueSource(ints = {0, 1, 6, 7})
    void stopsTheNodeAndAcknowledgesNothingMore(int succeeding) {
        FaultyDisk disk = new FaultyDisk();
        List<Answer> accepted = new ArrayList<>();
        Venue venue = Venue.over(disk, directory).withOpenLot(Duration.ofHours(1));
        disk.failAfter(succeeding);
        for (int bid = 0; bid < 20; bid++) {
            Answer answer = venue.bid(bid % 2 == 0 ? Venue.ALICE : Venue.BOB, "f" + bid, 1000 + 100L * bid);
            if (answer.accepted()) {
                assertEquals(accepted.size(), bid, "accepted after a refusal");
                accepted.add(answer);
            } else {
                assertEquals(RejectReason.STOPPED, answer.reason());
            }
        }
        await().until(() -> venue.fault() != null);
        assertInstanceOf(JournalFault.class, venue.fault());
        assertTrue(accepted.size() <= succeeding / 2, "two forces for each");
        assertEquals(RejectReason.STOPPED, venue.exchange().refusing());
        venue.close();
        assertEquals(0, disk.forcesAfterFailure(), "no force is tried again");
        keeps(accepted);
    }

    private void keeps(List<Answer> accepted) {
        try (Venue venue = Venue.open(directory)) {
            for (int bid = 0; bid < accepted.size(); bid++) {
                Answer again = venue.bid(bid % 2 == 0 ? Venue.ALICE : Venue.BOB, "f" + bid, 1000 + 100L * bid);
                assertTrue(again.repeated(), "bid " + bid);
                assertEquals(accepted.get(bid).sequence(), again.sequence());
            }
        }
    }

    @Test
    void tellsEveryoneWhoWaitsAlthoughWhoListensToFaultsFails() {
        FaultyDisk disk = new FaultyDisk();
        Venue venue = Venue.over(disk, directory, SpaceGuard.none(), fault -> {
                    throw new IllegalStateException("nobody can be told");
                })
                .withOpenLot(Duration.ofHours(1));
        disk.failAfter(0);
        assertEquals(RejectReason.STOPPED, venue.bid(Venue.ALICE, "w1", 1000).reason());
        assertInstanceOf(JournalFault.class, venue.fault());
        venue.close();
    }

    @ParameterizedTest(name = "{0} waiting")
    @ValueSource(ints = {1, 200})
    void tellsEveryoneWhoWaitsToAsk(int waiting) {
        FaultyDisk disk = new FaultyDisk();
        Venue venue = Venue.over(disk, directory).withOpenLot(Duration.ofHours(1));
        disk.hold();
        disk.failAfter(0);
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        for (int bid = 0; bid < waiting; bid++) {
            answers.add(venue.send(Venue.ALICE, "w" + bid, 1000 + 100L * bid));
        }
        disk.release();
        for (CompletableFuture<Answer> answer : answers) {
            assertEquals(
                    RejectReason.STOPPED,
                    answer.orTimeout(20, TimeUnit.SECONDS).join().reason());
        }
        venue.close();
    }
}
