package org.gavel.exchange.pipeline;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gavel.exchange.api.Answer;
import org.gavel.exchange.api.Applied;
import org.gavel.exchange.journal.Durability;
import org.gavel.exchange.journal.JournalDamage;
import org.gavel.exchange.journal.envelope.LogSettings;
import org.gavel.exchange.recovery.Audit;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.command.AskStatus;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.PlaceBid;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.event.BidAccepted;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.LotPaused;
import org.gavel.protocol.event.LotResumed;
import org.gavel.protocol.event.PauseCause;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.OutageRule;
import org.gavel.protocol.value.Reserve;
import org.gavel.protocol.value.Role;
import org.gavel.protocol.value.Title;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole path on real files: ring, journal, engine, event log, recovery. */
class ExchangeTest {
    private static final Duration LONG = Duration.ofMinutes(10);

    @TempDir
    private Path directory;

    @TempDir
    private Path images;

    @Test
    void answersEveryBidWithItsSequenceAndOutcome() {
        try (Venue venue = Venue.open(directory).withOpenLot(LONG)) {
            Answer accepted = venue.bid(Venue.ALICE, "a1", 1000);
            Answer refused = venue.bid(Venue.BOB, "b1", 1000);
            assertTrue(accepted.accepted());
            assertEquals(RejectReason.NOT_HIGHER, refused.reason());
            assertEquals(110_000, refused.detail());
            assertTrue(refused.sequence() > accepted.sequence());
        }
    }

    @Test
    void aRestartKeepsEverythingAcknowledgedAndAnswersARetryAsBefore() {
        Answer first;
        try (Venue venue = Venue.open(directory).withOpenLot(LONG)) {
            first = venue.bid(Venue.ALICE, "a1", 1000);
        }
        try (Venue venue = Venue.open(directory)) {
            Answer retried = venue.bid(Venue.ALICE, "a1", 1000);
            assertTrue(retried.repeated() && retried.accepted());
            assertEquals(first.sequence(), retried.sequence());
            assertEquals(
                    RejectReason.CID_CONFLICT,
                    venue.bid(Venue.ALICE, "a1", 1100).reason());
            Answer status = venue.bidder(Venue.ALICE, "s1", new AskStatus(ClientId.parse("a1")));
            assertEquals(first.sequence(), status.sequence());
        }
    }

    @Test
    void anOutagePausesTheOpenLotWithTheTimeItHadAndResumesItByRule() throws IOException {
        Answer bid;
        long closesAt;
        Path image = images.resolve("killed");
        try (Venue killed = Venue.open(directory).withOpenLot(LONG)) {
            bid = killed.bid(Venue.ALICE, "a1", 1000);
            closesAt = bidAccepted(eventsOf(killed)).closesAt();
            Venue.crashImage(directory, image);
        }
        try (Venue venue = Venue.open(image)) {
            List<Event> events = eventsUntil(venue, LotResumed.class);
            LotPaused paused = only(events, LotPaused.class);
            assertEquals(PauseCause.OUTAGE, paused.cause());
            assertTrue(paused.remaining() <= closesAt - bid.timestamp());
            assertTrue(paused.remaining() > closesAt - bid.timestamp() - 2_000_000, "at most two beats are lost");
            assertTrue(venue.bid(Venue.BOB, "b1", 1100).accepted());
        }
    }

    @Test
    void aLotClosesByItselfAndIsAwardedToTheHighestBid() {
        try (Venue venue = Venue.open(directory).withOpenLot(Duration.ofMillis(700))) {
            venue.bid(Venue.ALICE, "a1", 1000);
            venue.bid(Venue.BOB, "b1", 1200);
            LotAwarded awarded = only(eventsUntil(venue, LotAwarded.class), LotAwarded.class);
            assertEquals(Venue.BOB, awarded.winner());
            assertEquals(120_000, awarded.amount().fen());
            assertEquals(
                    RejectReason.LOT_CLOSED, venue.bid(Venue.ALICE, "a2", 1300).reason());
        }
    }

    @Test
    void aCleanStopPausesWhatIsOpenAndEndsWithADigestThatTheAuditFindsEqual() {
        try (Venue venue = Venue.open(directory).withOpenLot(LONG)) {
            venue.bid(Venue.ALICE, "a1", 1000);
        }
        Audit audit = Audit.of(directory, Sealer.NONE);
        assertTrue(audit.digests() >= 1);
        assertEquals(0, audit.eventsLacking());
        try (Venue venue = Venue.open(directory)) {
            LotPaused paused = only(eventsUntil(venue, LotResumed.class), LotPaused.class);
            assertEquals(PauseCause.STOP, paused.cause());
        }
    }

    @Test
    void theAuditReadsARunningNode() {
        try (Venue venue = Venue.open(directory).withOpenLot(LONG)) {
            Answer bid = venue.bid(Venue.ALICE, "a1", 1000);
            assertTrue(Audit.of(directory, Sealer.NONE).report().end().sequence() >= bid.sequence());
        }
    }

    @Test
    void aLostEventLogIsRebuiltFromTheJournal() throws IOException {
        List<Event> before;
        try (Venue venue = Venue.open(directory).withOpenLot(LONG)) {
            venue.bid(Venue.ALICE, "a1", 1000);
            before = eventsOf(venue);
        }
        delete(directory.resolve("eventlog"));
        try (Venue venue = Venue.open(directory)) {
            List<Event> after = eventsUntil(venue, LotResumed.class);
            assertEquals(before, after.subList(0, before.size()));
        }
        assertEquals(0, Audit.of(directory, Sealer.NONE).eventsLacking());
    }

    @Test
    void aFollowerBeginsAfterTheSequenceItNames() {
        try (Venue venue = Venue.open(directory).withOpenLot(LONG)) {
            Answer first = venue.bid(Venue.ALICE, "a1", 1000);
            Answer second = venue.bid(Venue.BOB, "b1", 1100);
            List<Applied> seen = new CopyOnWriteArrayList<>();
            venue.exchange().follow("test", first.sequence(), seen::add);
            await().until(() -> !seen.isEmpty());
            assertEquals(second.sequence(), seen.get(0).sequence());
        }
    }

    @Test
    void aFlippedByteIsRefusedAtItsSequence() throws IOException {
        Answer bid;
        try (Venue venue = Venue.open(directory).withOpenLot(LONG)) {
            bid = venue.bid(Venue.ALICE, "a1", 1234_00);
        }
        flipAmount(123_400_00L);
        JournalDamage damage = assertThrows(JournalDamage.class, () -> Venue.open(directory));
        assertTrue(damage.getMessage().contains("sequence " + bid.sequence()), damage.getMessage());
    }

    @Test
    void anotherVenueMayNotUseTheDirectory() {
        Venue.open(directory).close();
        IllegalStateException refusal = assertThrows(
                IllegalStateException.class,
                () -> Exchange.open(Venue.settings(directory, Durability.DISK, "OTHER"), fault -> {}));
        assertTrue(refusal.getMessage().contains("TEST"), refusal.getMessage());
    }

    @Test
    void aFollowerThatFailsStopsTheNodeLoudly() {
        Venue venue = Venue.open(directory).withOpenLot(LONG);
        venue.exchange().follow("failing", 0, applied -> {
            throw new IllegalStateException("the ledger is gone");
        });
        await().until(() -> venue.fault() != null);
        assertInstanceOf(IllegalStateException.class, venue.fault());
        assertEquals(RejectReason.STOPPED, venue.bid(Venue.ALICE, "a1", 1000).reason());
        venue.close();
    }

    @Test
    void afterAFaultBesideThePipelineNothingMoreIsAppliedAndEverybodyIsTold() {
        Venue venue = Venue.open(directory).withOpenLot(LONG);
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Origin alice = new Origin(Venue.ALICE, 0, ClientId.parse("a1"), 1, 0, 1, Role.BIDDER, Channel.ONLINE);
        venue.exchange().submit(alice, new PlaceBid(Venue.LOT, 0, new Money(100_000)), answer -> {
            told.countDown();
            awaitQuietly(goOn);
        });
        awaitQuietly(told);
        CompletableFuture<Answer> inTheRing = venue.send(Venue.BOB, "b1", 2000);
        venue.exchange().follow("failing", 0, applied -> {
            throw new IllegalStateException("the ledger is gone");
        });
        await().until(() -> venue.fault() != null);
        goOn.countDown();
        assertEquals(
                RejectReason.STOPPED,
                inTheRing.orTimeout(20, TimeUnit.SECONDS).join().reason());
        venue.close();
        try (Venue again = Venue.open(directory)) {
            assertTrue(again.bid(Venue.ALICE, "a1", 1000).repeated(), "was told");
            assertFalse(again.bid(Venue.BOB, "b1", 2000).repeated(), "was not applied");
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aDrainingNodeTakesNothingMore() {
        Venue venue = Venue.open(directory).withOpenLot(LONG);
        venue.close();
        assertEquals(RejectReason.DRAINING, venue.bid(Venue.ALICE, "a1", 1000).reason());
        assertNull(venue.fault());
    }

    @Test
    void nothingClosesOnceTheNodeDrains() {
        try (Venue venue = Venue.open(directory).withOpenLot(Duration.ofMillis(1500))) {
            venue.exchange().drain();
            await().pollDelay(Duration.ofMillis(1600)).until(() -> true);
            assertEquals(
                    RejectReason.DRAINING, venue.bid(Venue.ALICE, "a1", 1000).reason());
            List<Event> events = eventsUntil(venue, LotPaused.class);
            assertTrue(events.stream().noneMatch(e -> e instanceof LotAwarded || e instanceof LotPassed));
        }
    }

    @Test
    void aRehearsalInMemoryLeavesNothingOnDisk() {
        try (Venue venue =
                Venue.open(directory.resolve("none"), Durability.MEMORY).withOpenLot(LONG)) {
            assertTrue(venue.bid(Venue.ALICE, "a1", 1000).accepted());
            assertEquals(1000_00, bidAccepted(eventsOf(venue)).amount().fen());
        }
        assertFalse(Files.exists(directory.resolve("none")));
    }

    @Test
    void nothingIsClosedByTheOutageItself() throws IOException {
        Path image = images.resolve("killed");
        try (Venue killed = Venue.open(directory).withOpenLot(Duration.ofMillis(1500))) {
            killed.bid(Venue.ALICE, "a1", 1000);
            Venue.crashImage(directory, image);
        }
        await().pollDelay(Duration.ofMillis(1600)).until(() -> true);
        try (Venue venue = Venue.open(image)) {
            List<Event> events = eventsUntil(venue, LotResumed.class);
            assertTrue(events.stream().noneMatch(e -> e instanceof LotAwarded || e instanceof LotPassed));
            assertTrue(venue.bid(Venue.BOB, "b1", 1100).accepted());
        }
    }

    private void flipAmount(long fen) throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("journal"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".cq4")).toList()) {
                flipAmount(file, fen);
            }
        }
    }

    private static void flipAmount(Path file, long fen) throws IOException {
        try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
            byte[] bytes = new byte[1 << 20];
            raw.read(bytes);
            java.nio.ByteBuffer view = java.nio.ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < bytes.length - 8; i++) {
                if (view.getLong(i) == fen) {
                    raw.seek(i);
                    raw.write(bytes[i] ^ 1);
                    return;
                }
            }
        }
    }

    private static List<Event> eventsOf(Venue venue) {
        return eventsUntil(venue, BidAccepted.class);
    }

    private static List<Event> eventsUntil(Venue venue, Class<? extends Event> last) {
        List<Event> events = new CopyOnWriteArrayList<>();
        var following = venue.exchange().follow("test", 0, applied -> events.addAll(applied.events()));
        await().atMost(Duration.ofSeconds(15)).until(() -> events.stream().anyMatch(last::isInstance));
        following.close();
        return List.copyOf(events);
    }

    private static BidAccepted bidAccepted(List<Event> events) {
        return only(events, BidAccepted.class);
    }

    private static <E extends Event> E only(List<Event> events, Class<E> type) {
        List<E> found = events.stream().filter(type::isInstance).map(type::cast).toList();
        assertEquals(1, found.size(), () -> type.getSimpleName() + " in " + events);
        return found.get(0);
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Encoding a hidden reserve takes as long as the node takes to stop. */
    private record SlowSealer(CountDownLatch sealing, CountDownLatch closed) implements Sealer {
        @Override
        public String seal(String plain) {
            sealing.countDown();
            try {
                closed.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return plain;
        }

        @Override
        public String open(String sealed) {
            return sealed;
        }
    }

    @Test
    void whoPassedTheDoorBeforeItClosedAndComesAfterThePipelinesEndIsAnswered() throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        SlowSealer sealer = new SlowSealer(new CountDownLatch(1), closed);
        Venue venue = new Venue(settings(sealer, Venue.DIGEST_EVERY));
        AnnounceLot hidden = new AnnounceLot(
                Venue.LOT,
                new Title("石墨烯薄膜", "Graphene film"),
                Venue.SELLER,
                "PRIVATE_SALE",
                new Money(10_000),
                new Reserve(new Money(200_000), true, ""),
                List.of(Venue.english(LONG)),
                0,
                new OutageRule(false, Duration.ZERO));
        CompletableFuture<Answer> late = CompletableFuture.supplyAsync(
                () -> venue.submitAsStaff("late", hidden).join());
        sealer.sealing().await();
        venue.close();
        assertFalse(late.isDone());
        closed.countDown();
        assertEquals(
                RejectReason.DRAINING,
                late.orTimeout(20, TimeUnit.SECONDS).join().reason());
    }

    @Test
    @Timeout(20)
    void aCleanStopEndsThoughEachRecordHasADigest() {
        try (Venue venue = new Venue(settings(Sealer.NONE, 1))) {
            venue.staff(new RegisterParticipant(Venue.ALICE, ""));
        }
        assertTrue(Audit.of(directory, Sealer.NONE).digests() >= 4, "of genesis, start, participant and stop");
    }

    private ExchangeSettings settings(Sealer sealer, int digestEvery) {
        return new ExchangeSettings(
                "TEST", directory, Durability.DISK, LogSettings.daily(), sealer, digestEvery, 1, "test");
    }
}
