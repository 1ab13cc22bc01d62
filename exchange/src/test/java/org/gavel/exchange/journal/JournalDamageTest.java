package org.gavel.exchange.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.agrona.concurrent.UnsafeBuffer;
import org.gavel.exchange.journal.JournalOnDisk.Entry;
import org.gavel.exchange.journal.envelope.BatchBuffer;
import org.gavel.exchange.journal.envelope.BatchChain;
import org.gavel.exchange.journal.envelope.EnvelopeLogWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged and is altered or missing is refused, with the place (RT-07, law 8). */
final class JournalDamageTest {
    private static final int PAGE = 4096;
    private static final int DOCUMENT_HEADER = 4;
    private static final int BATCH_HEADER = 64;
    private static final int HASH = 32;
    private static final int END_MARK = 8;

    @TempDir
    private Path directory;

    private JournalOnDisk disk;

    @BeforeEach
    void newJournal() {
        disk = new JournalOnDisk(directory);
    }

    @Test
    void refusesEveryFlippedBitOfEveryBatchAtItsRecord() {
        disk.written(1, 3, 2).trimmed();
        Path file = disk.file(1);
        List<Long> starts = JournalOnDisk.batches(file);
        long[] firstSequences = {1, 2, 5};
        int[] records = {1, 3, 2};
        for (int batch = 0; batch < starts.size(); batch++) {
            int recordBytes = 24 + "body of 1".length();
            int length = BATCH_HEADER + records[batch] * recordBytes + HASH;
            for (int offset = -DOCUMENT_HEADER; offset < length; offset++) {
                int record = (offset - BATCH_HEADER) / recordBytes;
                boolean isRecord = offset >= BATCH_HEADER && offset < length - HASH;
                long sequence = firstSequences[batch] + (isRecord ? record : 0);
                refusesFlips(file, starts.get(batch) + offset, sequence);
            }
        }
    }

    private void refusesFlips(Path file, long offset, long sequence) {
        for (int bit = 0; bit < Byte.SIZE; bit++) {
            JournalOnDisk.flip(file, offset, 1 << bit);
            JournalDamage damage = assertThrows(JournalDamage.class, disk::read, "byte " + offset + " bit " + bit);
            JournalOnDisk.flip(file, offset, 1 << bit);
            assertEquals(sequence, damage.sequence(), damage.getMessage());
            assertEquals(file, damage.file());
        }
    }

    @Test
    void neverServesAlteredRecordsWhateverIsFlippedInChroniclesOwnBytes() {
        disk.written(2, 2).trimmed();
        Path file = disk.file(1);
        long firstBatch = JournalOnDisk.batches(file).get(0);
        for (long offset = 0; offset < firstBatch; offset += offset < PAGE / 8 ? 1 : 997) {
            JournalOnDisk.flip(file, offset, 0xA5);
            servesAllOrRefuses();
            JournalOnDisk.flip(file, offset, 0xA5);
        }
    }

    @Test
    void namesTheDocumentOfChroniclesOwnWhoseLengthIsWrongAndNoPlaceBehindIt() {
        disk.written(2, 2).trimmed();
        Path file = disk.file(1);
        List<Long> documents = JournalOnDisk.chroniclesOwn(file);
        assertEquals(3, documents.size());
        for (long document : documents) {
            for (long offset = document; offset < document + DOCUMENT_HEADER; offset++) {
                for (int bit = 0; bit < Byte.SIZE; bit++) {
                    JournalOnDisk.flip(file, offset, 1 << bit);
                    JournalDamage damage =
                            assertThrows(JournalDamage.class, disk::read, "byte " + offset + " bit " + bit);
                    JournalOnDisk.flip(file, offset, 1 << bit);
                    assertTrue(damage.offset() <= document + DOCUMENT_HEADER, damage.getMessage());
                }
            }
        }
    }

    private void servesAllOrRefuses() {
        try {
            assertEquals(disk.appended(), disk.entries());
        } catch (JournalDamage damage) {
            assertTrue(damage.getMessage().contains("Restore"), damage.getMessage());
        }
    }

    @Test
    void refusesAZeroedPageInTheMiddle() {
        try (ChronicleJournal journal = disk.start()) {
            for (int batch = 0; batch < 40; batch++) {
                disk.append(journal, 4, "x".repeat(200));
            }
        }
        Path file = disk.file(1);
        long page = (JournalOnDisk.batches(file).get(20) / PAGE + 1) * PAGE;
        JournalOnDisk.overwrite(file, page, new byte[PAGE]);

        JournalDamage damage = assertThrows(JournalDamage.class, disk::read);

        assertEquals(file, damage.file());
        assertTrue(damage.offset() > page - PAGE && damage.offset() < page + PAGE, damage.getMessage());
        assertTrue(damage.sequence() > 80 && damage.sequence() < 100, damage.getMessage());
    }

    @Test
    void refusesTruncationAtAnyByteOfWhatWasAcknowledged() {
        disk.written(2, 1);
        Path file = disk.file(1);
        long lastBatch = JournalOnDisk.batches(file).get(1);
        for (long length = lastBatch + BATCH_HEADER + 24 + HASH; length >= lastBatch - DOCUMENT_HEADER; length--) {
            JournalOnDisk.truncate(file, length);

            JournalDamage damage = assertThrows(JournalDamage.class, disk::read, "length " + length);
            assertEquals(3, damage.sequence(), damage.getMessage());
        }
    }

    @Test
    void refusesADeletedGeneration() throws IOException {
        disk.written(2).written(1).written(1);
        delete(disk.file(2).getParent());

        JournalDamage damage = assertThrows(JournalDamage.class, disk::read);

        assertTrue(damage.getMessage().contains("gen-000002"), damage.getMessage());
    }

    @Test
    void refusesADeletedLastGeneration() throws IOException {
        disk.written(2).written(1);
        delete(disk.file(2).getParent());

        JournalDamage damage = assertThrows(JournalDamage.class, disk::read);

        assertEquals(3, damage.sequence());
    }

    @Test
    void refusesADeletedJournalWhoseWatermarkIsLeft() throws IOException {
        disk.written(2);
        delete(disk.file(1).getParent());

        assertEquals(1, assertThrows(JournalDamage.class, disk::read).sequence());
    }

    @Test
    void refusesADeletedFileInTheMiddleOfAGeneration() throws IOException {
        rolled(3);
        Files.delete(disk.files(1).get(1));

        assertEquals(3, assertThrows(JournalDamage.class, disk::read).sequence());
    }

    @Test
    void refusesFilesInAnotherOrder() throws IOException {
        rolled(2);
        swap(disk.files(1).get(0), disk.files(1).get(1));

        assertEquals(1, assertThrows(JournalDamage.class, disk::read).sequence());
    }

    @Test
    void refusesGenerationsInAnotherOrder() throws IOException {
        disk.written(1).written(1).written(1);
        swap(disk.file(2), disk.file(3));

        assertEquals(2, assertThrows(JournalDamage.class, disk::read).sequence());
    }

    @Test
    void refusesAJournalOfAnotherVenue(@TempDir Path elsewhere) throws IOException {
        disk.written(2, 1);
        JournalOnDisk other = new JournalOnDisk(elsewhere);
        other.pass(1);
        other.written(2, 1);
        Files.copy(other.watermark(), disk.watermark(), StandardCopyOption.REPLACE_EXISTING);

        assertEquals(3, assertThrows(JournalDamage.class, disk::read).sequence());
    }

    @Test
    void refusesAFileOfAnotherVenueThatWouldFitButForTheChain(@TempDir Path elsewhere) throws IOException {
        disk.written(2).written(1);
        JournalOnDisk other = new JournalOnDisk(elsewhere);
        other.pass(1);
        other.written(2);
        Files.copy(other.file(1), disk.file(1), StandardCopyOption.REPLACE_EXISTING);

        JournalDamage damage = assertThrows(JournalDamage.class, disk::read);

        assertEquals(3, damage.sequence());
        assertTrue(damage.getMessage().contains("chain"), damage.getMessage());
    }

    @Test
    void refusesAGenerationInAnothersPlace() throws IOException {
        disk.written(1).written().written(1);
        Path empty = JournalLayout.generations(disk.journal()).get(1).directory();
        Path third = disk.file(3).getParent();
        delete(empty);
        Files.move(third, empty);

        assertEquals(2, assertThrows(JournalDamage.class, disk::read).sequence());
    }

    @Test
    void refusesABrokenDocumentBeforeARoll() {
        rolled(2);
        Path file = disk.files(1).get(0);
        long endMark = JournalOnDisk.end(file) - END_MARK;
        JournalOnDisk.overwrite(file, endMark, new byte[] {8, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8});

        assertEquals(3, assertThrows(JournalDamage.class, disk::read).sequence());
    }

    @Test
    void refusesAGenerationThatGoesBackInTime() throws IOException {
        disk.written(1);
        JournalPosition end = disk.read().end();
        BatchBuffer batch = new BatchBuffer();
        batch.add(2, end.timestamp() - 1, new UnsafeBuffer(new byte[1]), 0, 1);
        try (EnvelopeLogWriter writer = EnvelopeLogWriter.open(
                disk.journal(), 1, 0, BatchChain.after(end.chainHash()), JournalOnDisk.SECONDLY)) {
            writer.append(batch);
        }

        assertEquals(2, assertThrows(JournalDamage.class, disk::read).sequence());
    }

    @Test
    void refusesAnUnknownFile() throws IOException {
        disk.written(1);
        Path stray = Files.createFile(disk.journal().resolve("gen-1.bak"));

        assertEquals(stray, assertThrows(JournalDamage.class, disk::read).file());
    }

    @Test
    void refusesAnUnknownFileInAGeneration() throws IOException {
        disk.written(1);
        Path stray = Files.createFile(disk.file(1).resolveSibling("copy.txt"));

        assertEquals(stray, assertThrows(JournalDamage.class, disk::read).file());
    }

    @Test
    void refusesAFormatOfAnotherVersionEvenBeyondTheWatermark() throws IOException {
        try (ChronicleJournal journal = disk.start()) {
            disk.append(journal, 1);
            byte[] acknowledged = Files.readAllBytes(disk.watermark());
            disk.append(journal, 1);
            Files.write(disk.watermark(), acknowledged);
        }
        long batch = JournalOnDisk.batches(disk.file(1)).get(1);
        int start = Math.toIntExact(batch);
        ByteBuffer header = ByteBuffer.wrap(Arrays.copyOfRange(JournalOnDisk.bytes(disk.file(1)), start, start + 32))
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(4, (short) 2);
        CRC32C crc = new CRC32C();
        crc.update(header.limit(28));
        header.clear().putInt(28, (int) crc.getValue());
        JournalOnDisk.overwrite(disk.file(1), batch, header.array());

        String message = assertThrows(JournalDamage.class, disk::read).getMessage();

        assertTrue(message.contains("format 2"), message);
        assertTrue(message.contains("Open it with the version"), message);
    }

    @Test
    void refusesAMissingWatermark() throws IOException {
        disk.written(1);
        Files.delete(disk.watermark());

        assertEquals(
                disk.watermark(), assertThrows(JournalDamage.class, disk::read).file());
    }

    @Test
    void refusesAWatermarkWithoutAValidSlot() {
        disk.written(1, 1);
        JournalOnDisk.flip(disk.watermark(), 100, 1);
        JournalOnDisk.flip(disk.watermark(), Watermark.SLOT_BYTES + 100, 1);

        assertEquals(
                disk.watermark(), assertThrows(JournalDamage.class, disk::read).file());
    }

    @Test
    void readsOnWithTheOtherSlotWhicheverBitOfTheWatermarkIsFlipped() {
        disk.written(1, 1).trimmed();
        for (int offset = 0; offset < Watermark.FILE_BYTES; offset++) {
            int bit = 1 << (offset % Byte.SIZE);
            JournalOnDisk.flip(disk.watermark(), offset, bit);
            long acknowledged = disk.read().watermarkSequence();
            JournalOnDisk.flip(disk.watermark(), offset, bit);
            assertTrue(acknowledged == 1 || acknowledged == 2, "byte " + offset);
        }
    }

    @Test
    void namesFileByteSequenceAndWhatToDoInOneSentenceEach() {
        disk.written(1, 1);
        long secondBatch = JournalOnDisk.batches(disk.file(1)).get(1);
        JournalOnDisk.flip(disk.file(1), secondBatch + BATCH_HEADER + 30, 1);

        String message = assertThrows(JournalDamage.class, disk::read).getMessage();

        assertTrue(message.startsWith(disk.file(1) + ", byte " + (secondBatch + BATCH_HEADER)), message);
        assertTrue(message.contains("sequence 2: the checksum of the record is wrong"), message);
        assertTrue(message.endsWith(JournalDamage.RESTORE), message);
        assertFalse(message.contains("\n"));
    }

    private void rolled(int files) {
        try (ChronicleJournal journal = disk.start()) {
            for (int file = 0; file < files; file++) {
                disk.append(journal, 2);
                disk.pass(JournalOnDisk.SECOND);
            }
        }
        List<Entry> entries = disk.entries();
        assertEquals(2 * files, entries.size());
    }

    private static void swap(Path one, Path other) throws IOException {
        Path aside = one.resolveSibling("aside");
        Files.move(one, aside);
        Files.move(other, one);
        Files.move(aside, other);
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
