package org.gavel.exchange.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;
import org.gavel.exchange.journal.envelope.BatchBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChronicleJournalTest {
    @TempDir
    private Path directory;

    @Test
    void readsNothingFromADirectoryThatDoesNotExist() {
        JournalReport report = new JournalOnDisk(directory.resolve("absent")).read();

        assertEquals(JournalPosition.START, report.end());
    }

    @Test
    void givesBackWhatWasAppendedOverGenerations() {
        JournalOnDisk disk =
                new JournalOnDisk(directory).written(1, 3).written(2).written(5, 1, 1);

        assertEquals(disk.appended(), disk.entries());
        assertEquals(13, disk.read().end().sequence());
        assertEquals(3, disk.read().generations());
        assertEquals(6, disk.read().batches());
        assertEquals(13, disk.read().watermarkSequence());
    }

    @Test
    void givesBackWhatWasAppendedOverRolls() {
        JournalOnDisk disk = new JournalOnDisk(directory);
        try (ChronicleJournal journal = disk.start(Durability.DISK)) {
            for (int second = 0; second < 3; second++) {
                disk.append(journal, 2);
                disk.pass(2 * JournalOnDisk.SECOND);
            }
        }

        assertEquals(3, disk.files(1).size());
        assertEquals(disk.appended(), disk.entries());
    }

    @Test
    void reportsTheEndAfterEachAppendAsTheReaderFindsIt() {
        JournalOnDisk disk = new JournalOnDisk(directory);
        try (ChronicleJournal journal = disk.start(Durability.DISK)) {
            for (int round = 0; round < 5; round++) {
                disk.append(journal, 2);

                assertEquals(disk.read().end(), journal.end());
                assertEquals(journal.end().sequence(), disk.read().watermarkSequence());
            }
        }
    }

    @Test
    void neverAppendsToAnOldGeneration() throws Exception {
        JournalOnDisk disk = new JournalOnDisk(directory).written(2);
        byte[] before = Files.readAllBytes(disk.file(1));

        disk.written(2);

        assertTrue(Arrays.equals(before, Files.readAllBytes(disk.file(1))));
        assertEquals(2, disk.read().end().generation());
    }

    @Test
    void skipsAndReportsAStartThatCrashedBeforeItsFirstBatch() {
        JournalOnDisk disk = new JournalOnDisk(directory).written(2).written().written(1);

        assertEquals(disk.appended(), disk.entries());
        assertEquals(1, disk.read().emptyGenerations());
    }

    @Test
    void ignoresAnEmptyBatch() {
        JournalOnDisk disk = new JournalOnDisk(directory);
        try (ChronicleJournal journal = disk.start()) {
            journal.append(new BatchBuffer());

            assertEquals(JournalPosition.START, journal.end());
        }
    }

    @Test
    void refusesABatchThatLeavesAGapAndEverythingAfterIt() {
        JournalOnDisk disk = new JournalOnDisk(directory);
        try (ChronicleJournal journal = disk.start()) {
            BatchBuffer gap = batch(2, JournalOnDisk.SECOND);

            assertThrows(JournalFault.class, () -> journal.append(gap));
            assertThrows(JournalFault.class, () -> disk.append(journal, 1));
            assertEquals(0, journal.end().sequence());
        }
    }

    @Test
    void refusesABatchThatGoesBackInTime() {
        JournalOnDisk disk = new JournalOnDisk(directory);
        try (ChronicleJournal journal = disk.start()) {
            disk.append(journal, 1);
            BatchBuffer early = batch(2, JournalOnDisk.SECOND);

            assertThrows(JournalFault.class, () -> journal.append(early));
        }
    }

    @Test
    void refusesASecondNodeOnTheSameDirectory() {
        JournalOnDisk disk = new JournalOnDisk(directory);
        try (ChronicleJournal journal = disk.start()) {
            disk.append(journal, 1);

            assertThrows(JournalFault.class, disk::start);
        }
    }

    @Test
    void refusesToGoOnFromAnEndThatIsNoLongerTheEnd() {
        JournalOnDisk disk = new JournalOnDisk(directory).written(1);
        JournalPosition stale = disk.read().end();
        disk.written(1);

        assertThrows(
                JournalFault.class,
                () -> ChronicleJournal.open(directory, stale, Durability.PROCESS, JournalOnDisk.SECONDLY));
    }

    private static BatchBuffer batch(long sequence, long timestamp) {
        BatchBuffer batch = new BatchBuffer();
        batch.add(sequence, timestamp, new UnsafeBuffer(new byte[7]), 0, 7);
        return batch;
    }
}
