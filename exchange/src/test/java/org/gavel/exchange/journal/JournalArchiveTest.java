package org.gavel.exchange.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Old generations move whole; reading finds them again, or says where they should be. */
final class JournalArchiveTest {
    @TempDir
    private Path directory;

    @TempDir
    private Path archive;

    private JournalOnDisk disk;

    @BeforeEach
    void fiveGenerations() {
        disk = new JournalOnDisk(directory)
                .written(2)
                .written(1, 1)
                .written()
                .written(3)
                .written(1);
    }

    private static List<JournalOnDisk.Entry> entries(Path directory) {
        List<JournalOnDisk.Entry> entries = new ArrayList<>();
        JournalReader.read(
                directory,
                (sequence, time, buffer, offset, length) ->
                        entries.add(JournalOnDisk.entry(sequence, time, buffer, offset, length)));
        return entries;
    }

    @Test
    void movedGenerationsAreReadWhereTheyAreNow() {
        List<Path> moved = JournalArchive.move(directory, archive, 4);

        assertEquals(3, moved.size());
        assertFalse(Files.exists(directory.resolve("journal/gen-000001")));
        assertTrue(Files.exists(archive.resolve("gen-000003")));
        assertEquals(disk.appended(), disk.entries());
    }

    @Test
    void aNodeGoesOnAfterwardsAndMoreCanBeMoved() {
        JournalArchive.move(directory, archive, 3);
        disk.written(2);
        JournalArchive.move(directory, archive, 6);

        assertEquals(disk.appended(), disk.entries());
        assertEquals(1, files(directory.resolve("journal")));
    }

    private static long files(Path journal) {
        try {
            return org.gavel.exchange.journal.envelope.Generation.list(journal).size();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void theNewestGenerationNeverMoves() {
        assertEquals(4, JournalArchive.move(directory, archive, 99).size());
        assertEquals(disk.appended(), disk.entries());
    }

    @Test
    void anArchiveThatCannotBeReachedIsNamedWithWhatToDo() throws IOException {
        JournalArchive.move(directory, archive, 3);
        Path away = archive.resolveSibling(archive.getFileName() + "-away");
        Files.move(archive, away);

        JournalDamage damage = assertThrows(JournalDamage.class, disk::read);

        assertTrue(
                damage.getMessage().contains(archive.resolve("gen-000001").toString())
                        || damage.getMessage().contains("archive/gen-000001"),
                damage.getMessage());
        assertTrue(damage.getMessage().contains("mount the archive again, or copy it to DATA/archive"));
        Files.move(away, directory.resolve("archive"));
        assertEquals(disk.appended(), disk.entries());
    }

    /** Who follows the journal for the public log must not stop without a word. */
    @Test
    void aFollowerReadsWhatWasMovedAndSaysWhenItCannot() throws IOException {
        JournalArchive.move(directory, archive, 3);
        List<Long> read = new ArrayList<>();
        try (JournalFollower follower = JournalFollower.open(directory, 1)) {
            int taken = 1;
            while (taken > 0) {
                taken = follower.poll((sequence, time, buffer, offset, length) -> read.add(sequence), 64);
            }
        }
        int records = disk.appended().size();
        assertEquals(LongStream.rangeClosed(1, records).boxed().toList(), read);
        Files.move(archive, archive.resolveSibling(archive.getFileName() + "-away"));
        try (JournalFollower follower = JournalFollower.open(directory, 1)) {
            JournalDamage damage = assertThrows(
                    JournalDamage.class, () -> follower.poll((sequence, time, buffer, offset, length) -> {}, 64));
            assertTrue(damage.getMessage().contains("mount the archive again"), damage.getMessage());
        }
    }

    @Test
    void anAlteredByteInTheArchiveIsRefused() throws IOException {
        JournalArchive.move(directory, archive, 3);
        Path file;
        try (var files = Files.list(archive.resolve("gen-000001"))) {
            file = files.filter(path -> path.toString().endsWith(".cq4"))
                    .findFirst()
                    .orElseThrow();
        }
        JournalOnDisk.flip(file, JournalOnDisk.batches(file).get(0) + 70, 1);

        assertEquals(file, assertThrows(JournalDamage.class, disk::read).file());
    }

    @Test
    void aCrashBetweenTheListAndTheMoveChangesNothing() throws IOException {
        JournalArchive.move(directory, archive, 3);
        Files.move(archive.resolve("gen-000002"), directory.resolve("journal/gen-000002"));

        assertEquals(disk.appended(), disk.entries());
        JournalArchive.move(directory, archive, 3);
        assertEquals(disk.appended(), disk.entries());
    }

    @Test
    void aDamagedListIsRefused() throws IOException {
        JournalArchive.move(directory, archive, 3);
        Path list = directory.resolve("journal/archived");
        JournalOnDisk.flip(list, 20, 1);

        assertEquals(list, assertThrows(JournalDamage.class, disk::read).file());
    }

    @Test
    void nothingMovesWhereTheJournalIsDamagedOrHeldOrTheTargetIsTaken() throws IOException {
        Files.createDirectories(archive.resolve("gen-000002"));
        assertThrows(JournalFault.class, () -> JournalArchive.move(directory, archive, 4));
        Files.delete(archive.resolve("gen-000002"));
        try (ChronicleJournal running = disk.start()) {
            disk.append(running, 1);
            assertThrows(JournalFault.class, () -> JournalArchive.move(directory, archive, 4));
        }
        JournalOnDisk.flip(disk.file(4), JournalOnDisk.batches(disk.file(4)).get(0) + 70, 1);
        assertThrows(JournalDamage.class, () -> JournalArchive.move(directory, archive, 4));
        assertTrue(Files.exists(directory.resolve("journal/gen-000001")));
        assertFalse(Files.exists(directory.resolve("journal/archived")));
    }

    @Test
    void theInventoryShowsEverythingAndChangesNothing() throws IOException {
        JournalArchive.move(directory, archive, 3);
        Files.write(directory.resolve("journal/prepared"), new byte[4096]);
        var before = JournalRepairTest.tree(directory);

        JournalInventory inventory = JournalInventory.of(directory);

        assertEquals(before, JournalRepairTest.tree(directory));
        assertEquals(8, inventory.watermark().orElseThrow().sequence());
        assertEquals(4096, inventory.prepared());
        assertEquals(List.of(), inventory.notes());
        var segments = inventory.segments();
        assertTrue(segments.get(0).archived());
        assertEquals(1, segments.get(0).firstSequence());
        assertEquals(8, segments.get(segments.size() - 1).lastSequence());
        assertTrue(segments.get(0).written() > 0
                && segments.get(0).written() < segments.get(0).bytes());
    }

    @Test
    void theInventoryNotesAGapAndAShortJournal() throws IOException {
        for (Path file : disk.files(4)) {
            Files.delete(file);
        }
        List<String> notes = JournalInventory.of(directory).notes();

        assertEquals(1, notes.size(), notes::toString);
        assertTrue(notes.get(0).contains("sequence 8 follows sequence 4"), notes::toString);
    }

    @Test
    void entriesOfACopyWithItsArchiveInPlaceAreTheSame() throws IOException {
        JournalArchive.move(directory, directory.resolve("archive"), 4);
        assertEquals(disk.appended(), entries(directory));
    }
}
