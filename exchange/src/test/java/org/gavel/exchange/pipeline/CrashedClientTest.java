package org.gavel.exchange.pipeline;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gavel.exchange.api.Answer;
import org.gavel.exchange.journal.FaultyDisk;
import org.gavel.protocol.event.BidAccepted;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.LotResumed;
import org.gavel.protocol.reject.RejectReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RT-09, RT-10: whoever heard no answer sends again after the crash, and the bid counts once; time only goes on. */
class CrashedClientTest {
    @TempDir
    private Path directory;

    @TempDir
    private Path image;

    @ParameterizedTest(name = "killed with {0} forces of its batch done")
    @ValueSource(ints = {0, 1})
    void aBidWhoseAnswerWasLostInTheCrashCountsOnce(int forces) throws IOException {
        FaultyDisk disk = new FaultyDisk();
        Path crashed = image.resolve("crashed");
        try (Venue venue = Venue.over(disk, directory).withOpenLot(Duration.ofHours(1))) {
            disk.hold();
            int before = disk.journalForces() + disk.watermarkForces();
            CompletableFuture<Answer> lost = venue.send(Venue.ALICE, "a1", 1000);
            disk.letThrough(forces);
            await().until(() -> disk.journalForces() + disk.watermarkForces() > before + forces);
            assertFalse(lost.isDone());
            Venue.crashImage(directory, crashed);
            disk.release();
        }
        try (Venue venue = Venue.open(crashed)) {
            List<Event> events = new CopyOnWriteArrayList<>();
            venue.exchange().follow("test", 0, applied -> events.addAll(applied.events()));
            await().until(() -> events.stream().anyMatch(LotResumed.class::isInstance));
            Answer again = venue.bid(Venue.ALICE, "a1", 1000);
            Answer third = venue.bid(Venue.ALICE, "a1", 1000);
            assertTrue(again.accepted(), again.sentence());
            assertTrue(third.repeated());
            assertEquals(again.sequence(), third.sequence());
            assertEquals(
                    RejectReason.CID_CONFLICT,
                    venue.bid(Venue.ALICE, "a1", 2000).reason());
            await().until(() -> events.stream().anyMatch(BidAccepted.class::isInstance));
            assertEquals(
                    1, events.stream().filter(BidAccepted.class::isInstance).count());
        }
    }

    @Test
    void aWallClockFarBehindTheJournalDoesNotTakeTimeBack() {
        long last;
        try (Venue fast = Venue.accelerated(directory, 50_000).withOpenLot(Duration.ofDays(365))) {
            fast.bid(Venue.ALICE, "a1", 1000);
            await().pollDelay(Duration.ofMillis(200)).until(() -> true);
            last = fast.bid(Venue.BOB, "b1", 1100).timestamp();
        }
        try (Venue venue = Venue.open(directory)) {
            Answer answer = venue.bid(Venue.ALICE, "a2", 1200);
            assertTrue(answer.timestamp() >= last, "the wall clock is hours behind " + last);
            assertTrue(venue.exchange().micros() >= last);
        }
    }
}
