package org.gavel.exchange.pipeline;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.gavel.exchange.api.Answer;
import org.gavel.exchange.journal.Durability;
import org.gavel.exchange.journal.JournalDamage;
import org.gavel.exchange.journal.envelope.LogSettings;
import org.gavel.exchange.recovery.Audit;
import org.gavel.exchange.snapshot.SnapshotFile;
import org.gavel.exchange.snapshot.SnapshotHeader;
import org.gavel.exchange.snapshot.SnapshotRefusal;
import org.gavel.exchange.snapshot.SnapshotRule;
import org.gavel.exchange.snapshot.Snapshots;
import org.gavel.exchange.vault.SealingKey;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.LotResumed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Snapshots of a real exchange on real files: taken beside the market, used at the start, refused when wrong (RT-08). */
class SnapshotTest {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final int BIDS = 60;

    @TempDir
    private Path directory;

    @TempDir
    private Path elsewhere;

    private static ExchangeSettings settings(Path data, String venue, int kept) {
        return settings(data, venue, kept, Sealer.NONE);
    }

    private static ExchangeSettings settings(Path data, String venue, int kept, Sealer sealer) {
        return new ExchangeSettings(
                venue,
                data,
                Durability.DISK,
                LogSettings.daily(),
                sealer,
                8,
                1,
                "test",
                ExchangeSettings.DEFAULT_LEAST_FREE_BYTES,
                new SnapshotRule(8, kept));
    }

    private Venue open() {
        return open(directory);
    }

    private static Venue open(Path data) {
        return new Venue(settings(data, "TEST", 3));
    }

    /** A venue that has taken three snapshots, and stopped. */
    private void traded() throws IOException {
        traded(directory, BIDS);
    }

    private static void traded(Path data, int bids) throws IOException {
        try (Venue venue = open(data).withOpenLot(LONG)) {
            bid(venue, 0, bids);
            await().until(() -> snapshots(data).size() == 3);
        }
    }

    private static Answer bid(Venue venue, int from, int bids) {
        Answer last = null;
        for (int i = from; i < from + bids; i++) {
            last = venue.bid(i % 2 == 0 ? Venue.ALICE : Venue.BOB, "b" + i, 1000 + i * 100L);
            assertTrue(last.accepted());
        }
        return last;
    }

    private static List<Path> snapshots(Path data) throws IOException {
        return Snapshots.of(data).newestFirst();
    }

    /** The start that named the key is older than the snapshot and is not read again. */
    @Test
    void aStartFromASnapshotRefusesAnotherSealingKey() throws IOException {
        SealingKey own = SealingKey.create(elsewhere.resolve("own"));
        SealingKey foreign = SealingKey.create(elsewhere.resolve("foreign"));
        try (Venue venue = new Venue(settings(directory, "TEST", 3, own)).withOpenLot(LONG)) {
            bid(venue, 0, BIDS);
            await().until(() -> snapshots(directory).size() == 3);
        }
        IllegalStateException refusal =
                assertThrows(IllegalStateException.class, () -> new Venue(settings(directory, "TEST", 3, foreign)));
        assertTrue(refusal.getMessage().contains(own.fingerprint()), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(foreign.fingerprint()), refusal.getMessage());
        try (Venue venue = new Venue(settings(directory, "TEST", 3, own))) {
            String report = venue.exchange().recoveryReport();
            assertTrue(report.startsWith("went on from the snapshot"), report);
        }
    }

    @Test
    void aStartGoesOnFromTheNewestSnapshotAndIsTheSameMarket() throws IOException {
        Answer last;
        try (Venue venue = open().withOpenLot(LONG)) {
            last = bid(venue, 0, BIDS);
            await().until(() -> snapshots(directory).size() == 3);
        }
        String whole = Audit.of(directory, Sealer.NONE).stateHash();
        long newest = header(snapshots(directory).get(0)).sequence();
        try (Venue venue = open()) {
            String report = venue.exchange().recoveryReport();
            assertTrue(report.startsWith("went on from the snapshot at sequence " + newest), report);
            assertEquals(whole, venue.exchange().newestDigest().orElseThrow().stateHash());
            Answer retried = venue.bid(
                    (BIDS - 1) % 2 == 0 ? Venue.ALICE : Venue.BOB, "b" + (BIDS - 1), 1000 + (BIDS - 1) * 100L);
            assertTrue(retried.repeated());
            assertEquals(last.sequence(), retried.sequence());
            bid(venue, BIDS, BIDS);
            await().until(() -> header(snapshots(directory).get(0)).sequence() > newest);
            assertNull(venue.fault());
        }
        Audit audit = Audit.of(directory, Sealer.NONE);
        assertEquals(0, audit.eventsLacking());
        assertTrue(audit.digests() > 10);
    }

    @Test
    void theEventsOfAStartFromASnapshotAreThoseOfAStartFromTheFirstRecord() throws IOException {
        traded();
        Path copy = copy("whole");
        delete(copy.resolve("snapshots"));
        assertEquals(eventsOf(copy).subList(0, BIDS), eventsOf(directory).subList(0, BIDS));
    }

    @Test
    void onlyTheNewestAreKept() throws IOException {
        traded();
        assertEquals(3, snapshots(directory).size());
        assertTrue(Snapshots.of(directory).unfinished().isEmpty());
    }

    @Test
    void aSnapshotDamagedAtAnyByteIsRefusedAndTheOneBeforeTakesItsPlace() throws IOException {
        traded();
        long seed = Long.getLong("gavel.seed", 20260101);
        Random random = new Random(seed);
        Path newest = snapshots(directory).get(0);
        byte[] whole = Files.readAllBytes(newest);
        for (int i = 0; i < 400; i++) {
            int at = i < 120 ? i : random.nextInt(whole.length);
            byte[] damaged = whole.clone();
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(newest, damaged);
            assertRefused(newest, "seed " + seed + ", byte " + at);
        }
        for (int length : new int[] {0, 1, 23, 24, 25, whole.length / 2, whole.length - 33, whole.length - 1}) {
            Files.write(newest, Arrays.copyOf(whole, length));
            assertRefused(newest, "length " + length);
        }
        Files.write(newest, Arrays.copyOf(whole, whole.length + 1));
        assertRefused(newest, "one byte more");
        long before = header(snapshots(directory).get(1)).sequence();
        try (Venue venue = open()) {
            String report = venue.exchange().recoveryReport();
            assertTrue(report.startsWith("went on from the snapshot at sequence " + before), report);
            assertTrue(report.contains("SNAPSHOT NOT USED: " + newest), report);
            assertTrue(report.contains("something follows the end"), report);
            assertTrue(report.contains("move the file away"), report);
        }
    }

    private static void assertRefused(Path file, String how) throws IOException {
        try {
            SnapshotFile.read(file);
        } catch (SnapshotRefusal refusal) {
            assertTrue(refusal.getMessage().startsWith(file.toString()), how + ": " + refusal.getMessage());
            return;
        }
        throw new AssertionError("a damaged snapshot was taken: " + how);
    }

    @Test
    void whereNoSnapshotIsRightTheWholeJournalIsReplayed() throws IOException {
        traded();
        for (Path file : snapshots(directory)) {
            try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
                bytes.setLength(bytes.length() - 5);
            }
        }
        try (Venue venue = open()) {
            String report = venue.exchange().recoveryReport();
            assertTrue(report.startsWith("verified and replayed "), report);
            assertEquals(3, report.split("the end is cut off", -1).length - 1, report);
        }
    }

    @Test
    void aSnapshotOfAnotherVenueIsRefused() throws IOException {
        traded();
        Path other = elsewhere.resolve("other");
        try (Venue venue = new Venue(settings(other, "OTHER", 3)).withOpenLot(LONG)) {
            bid(venue, 0, 2 * BIDS);
            await().until(() -> snapshots(other).size() == 3);
        }
        Path foreign = snapshots(other).get(0);
        Files.copy(
                foreign,
                directory.resolve("snapshots").resolve(foreign.getFileName()),
                StandardCopyOption.REPLACE_EXISTING);
        Path same = snapshots(directory).get(1);
        Files.copy(snapshots(other).get(2), same, StandardCopyOption.REPLACE_EXISTING);
        try (Venue venue = open()) {
            String report = venue.exchange().recoveryReport();
            assertTrue(report.contains("SNAPSHOT NOT USED: "), report);
            assertTrue(report.contains(foreign.getFileName().toString()), report);
            assertTrue(venue.bid(Venue.ALICE, "late", 90_000).accepted());
        }
    }

    @Test
    void aSnapshotAheadOfTheWatermarkIsRefused() throws IOException {
        traded();
        Path copy = copy("short");
        Files.delete(snapshots(copy).get(0));
        try (Venue venue = open()) {
            bid(venue, BIDS, BIDS);
            await().until(() -> snapshots(directory).size() == 3);
        }
        Path ahead = snapshots(directory).get(0);
        Files.copy(ahead, copy.resolve("snapshots").resolve(ahead.getFileName()));
        try (Venue venue = open(copy)) {
            String report = venue.exchange().recoveryReport();
            assertTrue(report.contains("the watermark says that only sequence"), report);
            assertTrue(report.startsWith("went on from the snapshot"), report);
        }
    }

    @Test
    void aSnapshotWhoseEventsTheEventLogLacksIsRefusedAndTheLogIsRebuilt() throws IOException {
        traded();
        delete(directory.resolve("eventlog"));
        try (Venue venue = open()) {
            String report = venue.exchange().recoveryReport();
            assertTrue(report.startsWith("verified and replayed"), report);
            assertTrue(report.contains("lacks event"), report);
        }
        assertEquals(0, Audit.of(directory, Sealer.NONE).eventsLacking());
    }

    @Test
    void damageOlderThanTheSnapshotStopsTheNodeThoughItServesAlready() throws IOException {
        traded();
        Path first = journalFile(directory);
        try (RandomAccessFile bytes = new RandomAccessFile(first.toFile(), "rw")) {
            long at = firstBatch(first) + 100;
            bytes.seek(at);
            int old = bytes.read();
            bytes.seek(at);
            bytes.write(old ^ 4);
        }
        try (Venue venue = open()) {
            await().until(() -> venue.fault() != null);
            assertTrue(
                    venue.fault() instanceof JournalDamage, () -> venue.fault().toString());
            assertTrue(
                    venue.fault().getMessage().contains(first.toString()),
                    venue.fault().getMessage());
        }
    }

    @Test
    void damageBehindTheSnapshotIsRefusedAtTheStart() throws IOException {
        traded();
        Path file = journalFile(directory);
        SnapshotHeader newest = header(snapshots(directory).get(0));
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            long at = newest.anchor().offset()
                    + lengthOfBatch(bytes, newest.anchor().offset())
                    + 60;
            bytes.seek(at);
            int old = bytes.read();
            bytes.seek(at);
            bytes.write(old ^ 4);
        }
        JournalDamage damage = assertThrows(JournalDamage.class, () -> open().close());
        assertEquals(file, damage.file());
    }

    private static int lengthOfBatch(RandomAccessFile bytes, long document) throws IOException {
        bytes.seek(document);
        int length = Integer.reverseBytes(bytes.readInt()) & 0x3FFF_FFFF;
        return (length + 4 + 3) & -4;
    }

    @Test
    void aCrashBetweenWritingAndPublishingLeavesNothingThatIsUsed() throws IOException {
        traded();
        Path newest = snapshots(directory).get(0);
        long before = header(snapshots(directory).get(1)).sequence();
        Path unfinished = newest.resolveSibling(newest.getFileName() + ".tmp");
        Files.move(newest, unfinished);
        try (Venue venue = open()) {
            String report = venue.exchange().recoveryReport();
            assertTrue(report.startsWith("went on from the snapshot at sequence " + before), report);
            assertFalse(Files.exists(unfinished));
        }
    }

    private static SnapshotHeader header(Path file) throws IOException {
        try {
            return SnapshotFile.header(file);
        } catch (SnapshotRefusal refusal) {
            throw new AssertionError(refusal);
        }
    }

    private Path copy(String name) throws IOException {
        return Venue.crashImage(directory, elsewhere.resolve(name));
    }

    private static Path journalFile(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("journal"))) {
            return files.filter(path -> path.toString().endsWith(".cq4"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static long firstBatch(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            for (long at = 0; at < bytes.length(); at += 4) {
                bytes.seek(at);
                if (bytes.readInt() == 0x47564C31) {
                    return at;
                }
            }
        }
        throw new AssertionError("no batch in " + file);
    }

    private static List<Event> eventsOf(Path data) {
        List<Event> events = new CopyOnWriteArrayList<>();
        try (Venue venue = open(data)) {
            var following = venue.exchange().follow("test", 0, applied -> events.addAll(applied.events()));
            await().until(() -> events.stream().anyMatch(LotResumed.class::isInstance));
            following.close();
        }
        return List.copyOf(events);
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
