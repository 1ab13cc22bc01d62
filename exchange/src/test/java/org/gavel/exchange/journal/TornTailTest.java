package org.gavel.exchange.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies beyond the watermark was acknowledged to nobody: whole it is kept, torn it is dropped (RT-01, RT-03). */
final class TornTailTest {
    private static final int DOCUMENT_HEADER = 4;

    @TempDir
    private Path directory;

    private JournalOnDisk disk;

    @BeforeEach
    void newJournal() {
        disk = new JournalOnDisk(directory);
    }

    @Test
    void keepsWholeBatchesBeyondTheWatermark() throws IOException {
        unacknowledged(2, 1);

        assertEquals(5, disk.read().end().sequence());
        assertEquals(2, disk.read().watermarkSequence());
        assertEquals("", disk.read().dropped());
    }

    @Test
    void dropsTheLastBatchTruncatedAtAnyByteAndReportsIt() throws IOException {
        unacknowledged(1);
        Path file = disk.file(1);
        long start = lastBatch(file);
        for (long length = JournalOnDisk.end(file) - 1; length >= start - DOCUMENT_HEADER; length--) {
            JournalOnDisk.truncate(file, length);
            droppedBatch(file, start, length - (start - DOCUMENT_HEADER));
        }
    }

    @Test
    void dropsTheLastBatchZeroedFromAnyByteAndReportsIt() throws IOException {
        unacknowledged(1);
        disk.trimmed();
        Path file = disk.file(1);
        long start = lastBatch(file);
        for (long offset = JournalOnDisk.end(file) - 1; offset >= start - DOCUMENT_HEADER; offset--) {
            JournalOnDisk.overwrite(file, offset, new byte[1]);
            droppedBatch(file, start, offset - (start - DOCUMENT_HEADER));
        }
    }

    @Test
    void dropsTheLastBatchWhoseCompletionNeverReachedTheFile() throws IOException {
        unacknowledged(1);
        Path file = disk.file(1);
        long start = lastBatch(file);
        JournalOnDisk.overwrite(file, start - DOCUMENT_HEADER, new byte[DOCUMENT_HEADER]);

        droppedBatch(file, start, 1);
    }

    @Test
    void dropsTheLastBatchWhereverItsWritingWasCutOff() throws IOException {
        unacknowledged(1);
        Path file = disk.file(1);
        long start = lastBatch(file);
        byte[] content = Arrays.copyOfRange(JournalOnDisk.bytes(file), (int) start, (int) JournalOnDisk.end(file));
        byte[] zeros = new byte[content.length];
        JournalOnDisk.overwrite(file, start - 1, new byte[] {(byte) 0x80});
        for (int written = content.length; written >= 0; written -= 12) {
            JournalOnDisk.overwrite(file, start, zeros);
            JournalOnDisk.overwrite(file, start, Arrays.copyOf(content, written));
            droppedBatch(file, start, DOCUMENT_HEADER);
        }
        JournalOnDisk.overwrite(file, start, zeros);
        JournalOnDisk.overwrite(file, start - DOCUMENT_HEADER, new byte[DOCUMENT_HEADER - 1]);
        droppedBatch(file, start, DOCUMENT_HEADER);

        disk.appended().remove(2);
        assertEquals(disk.appended(), disk.written(2).entries());
    }

    @Test
    void dropsTheFirstBatchOfAFileWhoseBeginningNeverReachedTheDisk() throws IOException {
        try (ChronicleJournal journal = disk.start()) {
            disk.append(journal, 2);
            byte[] acknowledged = Files.readAllBytes(disk.watermark());
            disk.pass(2 * JournalOnDisk.SECOND);
            disk.append(journal, 1);
            Files.write(disk.watermark(), acknowledged);
        }
        Path second = disk.files(1).get(1);
        JournalOnDisk.overwrite(second, 0, new byte[(int) lastBatch(second) - DOCUMENT_HEADER]);

        assertEquals(2, disk.read().end().sequence());
        assertTrue(disk.read().droppedBytes() > 0);
        disk.appended().remove(2);
        assertEquals(disk.appended(), disk.written(1).entries());
    }

    private void droppedBatch(Path file, long start, long atLeast) {
        JournalReport report = disk.read();

        assertEquals(2, report.end().sequence());
        if (atLeast >= DOCUMENT_HEADER) {
            assertTrue(report.droppedBytes() > 0, "of " + atLeast);
            assertTrue(report.dropped().startsWith(file + ", byte " + (start - DOCUMENT_HEADER)), report.dropped());
        }
    }

    @Test
    void goesOnBehindADroppedTailAndStillReadsItLater() throws IOException {
        unacknowledged(1);
        JournalOnDisk.flip(disk.file(1), JournalOnDisk.end(disk.file(1)) - 1, 1);

        disk.appended().remove(2);
        disk.written(2).written(1);

        assertEquals(disk.appended(), disk.entries());
        assertEquals(5, disk.read().end().sequence());
    }

    @Test
    void goesOnBehindAKeptTailAndRefusesItsLaterLoss() throws IOException {
        unacknowledged(1);
        disk.written(1);
        assertEquals(4, disk.read().end().sequence());

        JournalOnDisk.flip(disk.file(1), JournalOnDisk.end(disk.file(1)) - 1, 1);

        assertEquals(3, assertThrows(JournalDamage.class, disk::read).sequence());
    }

    @Test
    void refusesATornBatchThatAWholeOneFollows() throws IOException {
        unacknowledged(1, 1);
        Path file = disk.file(1);
        List<Long> batches = JournalOnDisk.batches(file);
        JournalOnDisk.flip(file, batches.get(1) + 70, 1);

        JournalDamage damage = assertThrows(JournalDamage.class, disk::read);

        assertEquals(3, damage.sequence());
        assertTrue(damage.getMessage().contains("sequence 4 follows at byte " + batches.get(2)), damage.getMessage());
    }

    @Test
    void refusesAHoleThatAWholeBatchFollows() throws IOException {
        unacknowledged(1, 1);
        Path file = disk.file(1);
        List<Long> batches = JournalOnDisk.batches(file);
        long hole = batches.get(1) - DOCUMENT_HEADER;
        JournalOnDisk.overwrite(file, hole, new byte[(int) (batches.get(2) - DOCUMENT_HEADER - hole)]);

        assertEquals(3, assertThrows(JournalDamage.class, disk::read).sequence());
    }

    @Test
    void refusesATornBatchThatAWholeOneFollowsInTheNextFile() throws IOException {
        try (ChronicleJournal journal = disk.start()) {
            disk.append(journal, 2);
            byte[] acknowledged = Files.readAllBytes(disk.watermark());
            disk.append(journal, 1);
            disk.pass(2 * JournalOnDisk.SECOND);
            disk.append(journal, 1);
            Files.write(disk.watermark(), acknowledged);
        }
        Path file = disk.files(1).get(0);
        JournalOnDisk.flip(file, lastBatch(file) + 70, 1);

        assertEquals(3, assertThrows(JournalDamage.class, disk::read).sequence());
    }

    @Test
    void startsAfreshWhereTheFirstStartDiedBeforeItsFirstBatch() throws IOException {
        disk.written(1);
        long start = lastBatch(disk.file(1));
        Files.write(disk.watermark(), new byte[0]);
        JournalOnDisk.flip(disk.file(1), start + 80, 1);

        assertEquals(JournalPosition.START, disk.read().end());
        disk.appended().clear();
        disk.written(2);
        assertEquals(disk.appended(), disk.entries());
    }

    /** Two acknowledged records, then batches that no watermark covers. */
    private void unacknowledged(int... batches) throws IOException {
        try (ChronicleJournal journal = disk.start()) {
            disk.append(journal, 2);
            byte[] acknowledged = Files.readAllBytes(disk.watermark());
            for (int records : batches) {
                disk.append(journal, records);
            }
            Files.write(disk.watermark(), acknowledged);
        }
    }

    private static long lastBatch(Path file) {
        List<Long> batches = JournalOnDisk.batches(file);
        return batches.get(batches.size() - 1);
    }
}
