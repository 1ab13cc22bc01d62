package org.gavel.exchange.pipeline;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.gavel.exchange.api.Applied;
import org.gavel.exchange.api.EventFeed;
import org.gavel.exchange.api.KeptView;
import org.gavel.exchange.journal.Durability;
import org.gavel.exchange.journal.envelope.LogSettings;
import org.gavel.exchange.snapshot.SnapshotFile;
import org.gavel.exchange.snapshot.SnapshotRefusal;
import org.gavel.exchange.snapshot.SnapshotRule;
import org.gavel.exchange.snapshot.Snapshots;
import org.gavel.exchange.view.MarketProjection;
import org.gavel.protocol.codec.json.Sealer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** A view that is kept beside the snapshots of a real exchange: gone on with, or refused and told anew. */
class KeptViewTest {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final int BIDS = 60;

    @TempDir
    private Path directory;

    @TempDir
    private Path elsewhere;

    /** The market's views, with a count of what they were told by whoever has them. */
    private static final class Told implements KeptView {
        private final MarketProjection views = new MarketProjection();
        private transient volatile int since;

        @Override
        public void accept(Applied applied) {
            views.on(applied);
            int before = since;
            since = before + 1; // One thread tells it.
        }

        @Override
        public long sequence() {
            return views.sequence();
        }

        @Override
        public void settle() {}
    }

    /** Has the name, but not the fields. */
    private static final class Another implements KeptView {
        private long sequence;

        @Override
        public void accept(Applied applied) {
            sequence = applied.sequence();
        }

        @Override
        public long sequence() {
            return sequence;
        }

        @Override
        public void settle() {}
    }

    private static Venue open(Path data, String venue) {
        return new Venue(new ExchangeSettings(
                venue,
                data,
                Durability.DISK,
                LogSettings.daily(),
                Sealer.NONE,
                8,
                1,
                "test",
                ExchangeSettings.DEFAULT_LEAST_FREE_BYTES,
                new SnapshotRule(8, 3)));
    }

    private static List<Path> files(Path data) throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("snapshots"))) {
            return files.filter(file -> file.getFileName().toString().matches("view-test-\\d+\\.gvs"))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    private static void traded(Path data, String name, int bids) throws IOException {
        try (Venue venue = open(data, name)) {
            serve(venue);
            venue.withOpenLot(LONG);
            for (int part = 0; part < 3; part++) {
                bidUntilKept(venue, data, part * bids / 3, bids / 3);
            }
        }
    }

    private static void bid(Venue venue, int from, int bids) {
        for (int i = from; i < from + bids; i++) {
            assertTrue(venue.bid(i % 2 == 0 ? Venue.ALICE : Venue.BOB, "b" + i, 1000 + i * 100L)
                    .accepted());
        }
    }

    private static void serve(Venue venue) {
        Told view = venue.exchange().kept("test", Told::new);
        venue.exchange().follow("test", view.sequence(), view);
    }

    /** Each time the view is kept beside a newer snapshot. */
    private static void bidUntilKept(Venue venue, Path data, int from, int bids) throws IOException {
        long before = newest(data);
        bid(venue, from, bids);
        await().until(() -> newest(data) > before);
        assertNull(venue.fault());
    }

    private static long newest(Path data) throws IOException {
        return Files.exists(data.resolve("snapshots")) && !files(data).isEmpty()
                ? number(files(data).get(0))
                : 0;
    }

    private static long number(Path file) {
        return Long.parseLong(file.getFileName().toString().replaceAll("\\D", ""));
    }

    /** What a start shows: how far the view was before anything was told, what it was told, and all that there was. */
    private record Start(long keptAt, int told, int all) {}

    private static Start start(Path data) {
        try (Venue venue = open(data, "TEST")) {
            Told view = venue.exchange().kept("test", Told::new);
            long keptAt = view.sequence();
            Told all = new Told();
            long end = venue.exchange().recoveredSequence();
            EventFeed.Subscription following = venue.exchange().follow("test", keptAt, view);
            EventFeed.Subscription whole = venue.exchange().follow("all", 0, all);
            await().until(() -> view.sequence() >= end && all.sequence() >= end);
            following.close();
            whole.close();
            assertNull(venue.fault());
            assertEquals(all.views.lots(), view.views.lots());
            return new Start(keptAt, view.since, all.since);
        }
    }

    @Test
    void goesOnFromWhereItWasKeptAndIsToldOnlyTheRest() throws IOException {
        traded(directory, "TEST", BIDS);
        Start start = start(directory);
        assertTrue(start.keptAt >= 2 * BIDS / 3, start::toString);
        assertTrue(start.told <= start.all - 2 * BIDS / 3, start::toString);
    }

    @Test
    void isKeptAgainFromWhereItWasKept() throws IOException {
        traded(directory, "TEST", BIDS);
        try (Venue venue = open(directory, "TEST")) {
            serve(venue);
            bidUntilKept(venue, directory, BIDS, BIDS);
        }
        assertEquals(3, files(directory).size());
        Start again = start(directory);
        assertTrue(again.told < BIDS + 10, again::toString);
    }

    @Test
    void whereNoneWasKeptBesideTheSnapshotOfTheStartItIsKeptWhileServing() throws IOException {
        traded(directory, "TEST", BIDS);
        for (Path file : files(directory)) {
            Files.delete(file);
        }
        try (Venue venue = open(directory, "TEST")) {
            serve(venue);
            await().until(() -> newest(directory) > 0);
        }
        assertTrue(start(directory).keptAt > 0);
    }

    @Test
    void damagedAtAnyByteTheOneBeforeTakesItsPlaceAndAtLastTheWholeFeed() throws IOException {
        traded(directory, "TEST", BIDS);
        Path newest = files(directory).get(0);
        byte[] right = Files.readAllBytes(newest);
        refusedAtEveryByte(right);
        Random random = new Random(20261128);
        for (int i = 0; i < 3; i++) {
            byte[] damaged = right.clone();
            damaged[random.nextInt(right.length)] ^= 1;
            Files.write(newest, damaged);
            Path copy = Venue.crashImage(directory, elsewhere.resolve("copy" + i));
            Start start = start(copy);
            assertTrue(
                    start.keptAt > 0 && start.keptAt <= number(files(directory).get(1)), start::toString);
        }
        for (Path file : files(directory)) {
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
        }
        assertEquals(0, start(directory).keptAt);
    }

    /** Most of a small file is names, which reading finds out by itself; numbers only the checksums do. */
    private void refusedAtEveryByte(byte[] right) throws IOException {
        Path copy = elsewhere.resolve("view-test-0000000000000000001.gvs");
        for (int at = 0; at < right.length; at++) {
            byte[] damaged = right.clone();
            damaged[at] ^= 1;
            Files.write(copy, damaged);
            assertThrows(SnapshotRefusal.class, () -> SnapshotFile.verify(copy), "byte " + at);
        }
    }

    /** A reader is told what takes the place of this very file: a snapshot's sentence would send them to the wrong one. */
    @Test
    void aRefusedViewSaysWhatTakesAViewsPlace() throws IOException {
        traded(directory, "TEST", BIDS);
        Path view = files(directory).get(0);
        String unfit = refusal(() -> SnapshotFile.read(view));
        assertTrue(unfit.startsWith(view + ": "), unfit);
        assertTrue(unfit.contains("a new one that reads the whole event log, takes its place"), unfit);
        Path snapshot = Snapshots.of(directory).newestFirst().get(0);
        for (Path file : List.of(view, snapshot)) {
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
            String damaged = refusal(() -> SnapshotFile.verify(file));
            assertEquals(
                    file.equals(snapshot), damaged.contains("uses an older snapshot or the whole journal"), damaged);
            assertEquals(file.equals(view), damaged.contains("An older view"), damaged);
            assertTrue(damaged.endsWith("move the file away and check the disk."), damaged);
        }
    }

    private static String refusal(Executable reading) {
        return assertThrows(SnapshotRefusal.class, reading).getMessage();
    }

    @Test
    void oneOfAnotherVenueOrAheadOfTheJournalIsNotUsed() throws IOException {
        traded(directory, "TEST", BIDS);
        Path other = elsewhere.resolve("other");
        traded(other, "OTHER", BIDS);
        Path early = Venue.crashImage(directory, elsewhere.resolve("early"));
        for (Path file : files(early)) {
            Files.delete(file);
        }
        Path foreign = files(other).get(2); // It was told no more than this market has sent: only the journal tells.
        Files.copy(foreign, early.resolve("snapshots").resolve(foreign.getFileName()));
        assertEquals(0, start(Venue.crashImage(early, elsewhere.resolve("foreign"))).keptAt);
        try (Venue venue = open(directory, "TEST")) {
            serve(venue);
            bidUntilKept(venue, directory, BIDS, 2 * BIDS);
        }
        Path ahead = files(directory).get(0);
        Files.copy(ahead, early.resolve("snapshots").resolve(ahead.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        assertEquals(0, start(early).keptAt);
    }

    @Test
    void oneWithOtherFieldsIsNotUsed() throws IOException {
        traded(directory, "TEST", BIDS);
        try (Venue venue = open(directory, "TEST")) {
            assertEquals(0, venue.exchange().kept("test", Another::new).sequence());
        }
    }
}
