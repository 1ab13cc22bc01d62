package org.gavel.exchange.pipeline;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.gavel.exchange.api.Answer;
import org.gavel.exchange.journal.FaultyDisk;
import org.gavel.exchange.kit.SmallDisk;
import org.gavel.exchange.recovery.Audit;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.command.OpenBook;
import org.gavel.protocol.command.ResumeBook;
import org.gavel.protocol.command.ResumeLot;
import org.gavel.protocol.event.BookCrossed;
import org.gavel.protocol.event.BookPhaseBegun;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.LotPaused;
import org.gavel.protocol.event.PauseCause;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.BookPhase;
import org.gavel.protocol.value.BookTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Title;
import org.gavel.protocol.value.TradingDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands are refused before the disk is full; a disk that fills up all the same stops the node (RT-04). */
class FullDiskTest {
    private static final Duration LONG = Duration.ofHours(1);
    private static final long MEGABYTE = 1024 * 1024;

    @TempDir
    private Path directory;

    @Test
    void refusesBelowTheLeastAndTakesAgainWithAQuarterMore() {
        AtomicLong free = new AtomicLong(1000);
        SpaceGuard guard = new SpaceGuard(free::get, 100);
        assertFalse(guard.measure());
        free.set(99);
        assertTrue(guard.measure(), "has just shut");
        assertFalse(guard.measure(), "was shut before");
        free.set(124);
        guard.measure();
        assertTrue(guard.isShut());
        free.set(125);
        guard.measure();
        assertFalse(guard.isShut());
        free.set(100);
        guard.measure();
        assertFalse(guard.isShut());
    }

    @Test
    void pausesWhatRunsBecauseNobodyCanBidAndWritesItsOwnRecords() {
        AtomicLong free = new AtomicLong(1000);
        SpaceGuard guard = new SpaceGuard(free::get, 100);
        List<Event> events = new CopyOnWriteArrayList<>();
        try (Venue venue = Venue.over(new FaultyDisk(), directory, guard).withOpenLot(LONG)) {
            venue.exchange().follow("test", 0, applied -> events.addAll(applied.events()));
            venue.bid(Venue.ALICE, "a1", 1000);
            free.set(10);
            await().until(() -> venue.exchange().refusing() == RejectReason.DISK_FULL);

            Answer refused = venue.bid(Venue.BOB, "b1", 1100);
            assertEquals(RejectReason.DISK_FULL, refused.reason());
            assertEquals(0, refused.sequence(), "not applied");
            assertTrue(refused.sentence().contains("same cid"), refused.sentence());
            await().until(() -> events.stream().anyMatch(LotPaused.class::isInstance));

            free.set(1000);
            await().until(() -> venue.exchange().refusing() == RejectReason.NONE);
            assertEquals(
                    RejectReason.LOT_PAUSED, venue.bid(Venue.BOB, "b1", 1100).reason());
            assertTrue(venue.staff(new ResumeLot(Venue.LOT, "There is room again."))
                    .accepted());
            assertTrue(venue.bid(Venue.BOB, "b2", 1100).accepted());
            free.set(10);
            await().until(() -> venue.exchange().refusing() == RejectReason.DISK_FULL);
        }
        LotPaused paused = (LotPaused)
                events.stream().filter(LotPaused.class::isInstance).findFirst().orElseThrow();
        assertEquals(PauseCause.CLERK, paused.cause());
        assertTrue(Audit.of(directory, Sealer.NONE).digests() >= 1, "the clean stop found room");
    }

    @Test
    void haltsCallsBecauseNobodyCanCancelAndThoseThatBeginMeanwhile() {
        AtomicLong free = new AtomicLong(1000);
        SpaceGuard guard = new SpaceGuard(free::get, 100);
        List<Event> events = new CopyOnWriteArrayList<>();
        try (Venue venue = Venue.over(new FaultyDisk(), directory, guard)) {
            venue.exchange().follow("test", 0, applied -> events.addAll(applied.events()));
            long now = venue.exchange().micros();
            assertTrue(venue.staff(book(1, new TradingDay(0, now + 2_000_000, 0, 0)))
                    .accepted());
            assertTrue(venue.staff(book(2, new TradingDay(now + 1_000_000, now + 2_000_000, 0, 0)))
                    .accepted());
            assertTrue(venue.staff(book(3, TradingDay.OPEN_END)).accepted());
            free.set(10);
            await().until(() -> halted(events).equals(List.of(1, 2)));
            assertFalse(events.stream().anyMatch(BookCrossed.class::isInstance), "a call nobody could leave");

            free.set(1000);
            await().until(() -> venue.exchange().refusing() == RejectReason.NONE);
            assertTrue(venue.staff(new ResumeBook(1, 0, "There is room again.")).accepted());
        }
    }

    private static OpenBook book(int number, TradingDay day) {
        BookTerms terms = new BookTerms(new Money(1), new Money(1), new Money(100_000));
        return new OpenBook(number, "share-a", new Title("", "Units"), terms, Money.ZERO, day, "opened");
    }

    private static List<Integer> halted(List<Event> events) {
        return events.stream()
                .filter(event -> event instanceof BookPhaseBegun begun && begun.phase() == BookPhase.HALTED)
                .map(event -> ((BookPhaseBegun) event).book())
                .toList();
    }

    @Test
    void refusesOnARealSmallDiskUntilThereIsRoomAgain() throws IOException {
        try (SmallDisk disk = SmallDisk.mount(directory, 160);
                Venue venue = Venue.keepingFree(48 * MEGABYTE, disk.directory())) {
            venue.withOpenLot(LONG);
            assertTrue(venue.bid(Venue.ALICE, "a1", 1000).accepted());
            disk.fillUpTo(40 * MEGABYTE);
            await().until(() -> venue.exchange().refusing() == RejectReason.DISK_FULL);
            assertEquals(
                    RejectReason.DISK_FULL, venue.bid(Venue.BOB, "b1", 1100).reason());
            disk.makeRoom();
            await().until(() -> venue.exchange().refusing() == RejectReason.NONE);
            await().until(() -> venue.staff(new ResumeLot(Venue.LOT, "There is room again."))
                    .accepted());
            assertTrue(venue.bid(Venue.BOB, "b2", 1100).accepted());
        }
    }

    @Test
    void stopsWhereARealDiskFillsUpInSpiteOfItAndKeepsWhatItAcknowledged() throws IOException {
        try (SmallDisk disk = SmallDisk.mount(directory, 96)) {
            List<Answer> accepted = new ArrayList<>();
            Venue venue = Venue.keepingFree(0, disk.directory()).withOpenLot(LONG);
            disk.fillUpTo(0);
            for (int bid = 0; venue.fault() == null && bid < 200_000; bid++) {
                Answer answer = venue.bid(bid % 2 == 0 ? Venue.ALICE : Venue.BOB, "c" + bid, 1000 + 100L * bid);
                if (answer.accepted()) {
                    accepted.add(answer);
                }
            }
            assertEquals(RejectReason.STOPPED, venue.bid(Venue.ALICE, "z", 1).reason());
            venue.close();
            disk.makeRoom();
            System.out.println("the disk was full after " + accepted.size() + " bids: " + venue.fault());
            long last =
                    accepted.isEmpty() ? 0 : accepted.get(accepted.size() - 1).sequence();
            try (Venue again = Venue.open(disk.directory())) {
                assertTrue(again.exchange().recoveredSequence() >= last);
            }
        }
    }
}
