package org.gavel.exchange.journal.envelope;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.queue.TailerDirection;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.wire.DocumentContext;
import org.agrona.concurrent.UnsafeBuffer;
import org.gavel.exchange.journal.envelope.SegmentScan.Step;
import org.gavel.exchange.kit.SmallDisk;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written past Chronicle Queue is its file all the same: its own tailers read it, while it is written too. */
final class SegmentWriterTest {
    private static final LogSettings SETTINGS = EnvelopeLogReaderTest.SETTINGS;
    private static final int BLOCK = SETTINGS.blockBytes();
    private static final long SECOND = 1_000_000;
    private static final int FILES = 4;
    private static final int BATCHES_A_FILE = 21;
    private static final int LARGE_BODY = Envelope.MAX_RECORD_BYTES;

    @TempDir
    private Path root;

    private final SplittableRandom random = new SplittableRandom(4);
    private final BatchBuffer batch = new BatchBuffer();
    private final List<byte[]> appended = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();
    private long now = 1_900_000_000L * SECOND;

    @Test
    void chroniclesOwnTailersReadEveryBatchOfEveryFile() throws IOException {
        try (EnvelopeLogWriter writer = writer()) {
            fill(writer);
            assertEquals(FILES, writer.generation().files().size());
            tailersReadAll("as after a kill");
        }
        tailersReadAll("after a clean stop");
    }

    private void tailersReadAll(String when) {
        for (boolean readOnly : new boolean[] {true, false}) {
            try (ChronicleQueue queue = queue(directory(), 0, readOnly);
                    ExcerptTailer tailer = queue.createTailer()) {
                List<Long> indexes = readAll(tailer, when);
                assertFalse(tailer.toEnd().readBytes(Bytes.allocateElasticOnHeap()), when);
                readBackwards(tailer.direction(TailerDirection.BACKWARD).toEnd(), when);
                tailer.direction(TailerDirection.FORWARD);
                for (int at = appended.size() - 1; at >= 0; at -= 5) {
                    assertTrue(tailer.moveToIndex(indexes.get(at)), when);
                    assertArrayEquals(appended.get(at), read(tailer), when);
                }
            }
        }
    }

    private List<Long> readAll(ExcerptTailer tailer, String when) {
        List<Long> indexes = new ArrayList<>();
        for (byte[] expected : appended) {
            assertArrayEquals(expected, read(tailer), when);
            indexes.add(tailer.lastReadIndex());
        }
        assertFalse(tailer.readBytes(Bytes.allocateElasticOnHeap()), when);
        return indexes;
    }

    private void readBackwards(ExcerptTailer tailer, String when) {
        for (int at = appended.size() - 1; at >= 0; at--) {
            assertArrayEquals(appended.get(at), read(tailer), when);
        }
    }

    private static byte[] read(ExcerptTailer tailer) {
        Bytes<byte[]> bytes = Bytes.allocateElasticOnHeap();
        assertTrue(tailer.readBytes(bytes), "there is a document");
        return bytes.toByteArray();
    }

    @Test
    void writesTheBytesThatChronicleWrites() throws IOException {
        try (EnvelopeLogWriter writer = writer()) {
            fill(writer);
        }
        Path theirs = root.resolve("theirs");
        writeByChronicle(theirs);

        for (Path ours : files()) {
            byte[] expected = Files.readAllBytes(theirs.resolve(ours.getFileName()));
            byte[] actual = Files.readAllBytes(ours);
            assertEquals(expected.length, actual.length);
            int first = firstBatch(ours);
            assertEquals(-1, Arrays.mismatch(expected, first, expected.length, actual, first, actual.length));
            assertEquals(ByteBuffer.wrap(expected, lastWord(ours), 16), ByteBuffer.wrap(actual, lastWord(ours), 16));
        }
    }

    private void writeByChronicle(Path directory) {
        for (int at = 0; at < appended.size(); at++) {
            // One queue for all of them would do, but for its clock.
            try (ChronicleQueue queue = queue(directory, times.get(at) / 1000, false);
                    ExcerptAppender appender = queue.createAppender();
                    DocumentContext document = appender.writingDocument()) {
                document.wire().bytes().write(appended.get(at));
            }
        }
    }

    private static int firstBatch(Path file) throws IOException {
        try (SegmentScan scan = SegmentScan.open(file)) {
            assertEquals(Step.BATCH, scan.next());
            return (int) scan.position();
        }
    }

    private static int lastWord(Path file) throws IOException {
        try (FileWindow window = FileWindow.open(file)) {
            return QueueDocument.lastWord(window);
        }
    }

    @Test
    void growsAFileByWholeBlocksUnderAReaderThatHasMappedIt() throws IOException {
        try (EnvelopeLogWriter writer = writer();
                ChronicleQueue queue = queue(writer.generation().directory(), 0, true)) {
            appendLarge(writer);
            try (ExcerptTailer tailer = queue.createTailer()) {
                for (int at = 0; writer.position() < 2L * BLOCK; at++) {
                    assertArrayEquals(appended.get(at), read(tailer));
                    appendLarge(writer);
                }
            }
            assertEquals(3L * BLOCK + BLOCK / 4, Files.size(writer.currentFile()));
            assertEquals(1, files().size());
        }
    }

    @Test
    void neverShowsHalfABatchToATailerOfARunningNode() throws IOException, InterruptedException {
        int batches = 2_000;
        Optional<Throwable> failure;
        try (EnvelopeLogWriter writer = writer()) {
            append(writer, 1, 10);
            Thread appending = new Thread(() -> appendMany(writer, batches));
            failure = readWhile(appending, writer.generation().directory(), batches);
            appending.join();
        }
        assertEquals(Optional.empty(), failure);
    }

    private void appendMany(EnvelopeLogWriter writer, int batches) {
        try {
            for (int at = 1; at < batches; at++) {
                append(writer, 1, 1 + at * 97 % 60_000);
                now += at % 500 == 0 ? SECOND : 0;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Throwable> readWhile(Thread appending, Path directory, int batches) {
        try (ChronicleQueue queue = queue(directory, 0, false);
                ExcerptTailer tailer = queue.createTailer()) {
            BatchView view = new BatchView();
            BatchCheck check = new BatchCheck();
            appending.start();
            int sequence = 0;
            while (sequence < batches) {
                boolean isLastLook = !appending.isAlive();
                Bytes<byte[]> bytes = Bytes.allocateElasticOnHeap();
                if (tailer.readBytes(bytes)) {
                    byte[] document = bytes.toByteArray();
                    view.wrap(document, 0, document.length);
                    assertEquals(BatchCheck.Verdict.VALID, check.verify(view), check::what);
                    assertEquals(++sequence, view.firstSequence());
                } else {
                    assertFalse(isLastLook, "only " + sequence + " batches were found");
                }
            }
            return Optional.empty();
        } catch (AssertionError | RuntimeException e) {
            return Optional.of(e);
        }
    }

    @Test
    void ourOwnReaderLooksAgainAtAHeaderThatItReadHalf() throws IOException {
        try (EnvelopeLogWriter writer = writer()) {
            append(writer, 1, 10);
            append(writer, 40, 100);
            long second = DocumentHeader.following(firstBatch(writer.currentFile()), appended.get(0).length);
            try (RandomAccessFile file =
                    new RandomAccessFile(writer.currentFile().toFile(), "rw")) {
                file.seek(second);
                int lowest = file.read();
                file.seek(second);
                file.write(0);
                try (SegmentScan scan = SegmentScan.open(writer.currentFile())) {
                    assertEquals(Step.BATCH, scan.next());
                    file.seek(second);
                    file.write(lowest);

                    assertEquals(Step.BATCH, scan.next());
                    assertEquals(41, scan.batch().lastSequence());
                }
            }
        }
    }

    @Test
    void endsAFileBeforeTheNextIsBegun() throws IOException {
        try (EnvelopeLogWriter writer = writer()) {
            append(writer, 2, 10);
            Path file = writer.currentFile();
            writer.endFile();
            assertTrue(writer.beginsFile(now));
            try (SegmentScan scan = SegmentScan.open(file)) {
                assertEquals(Step.BATCH, scan.next());
                assertEquals(Step.ROLLED, scan.next());
                assertEquals(0, scan.remainder(Step.ROLLED, 3).bytes());
            }
        }
    }

    @Test
    void leavesNoMappingOfAFileThatIsBeingWritten() throws IOException {
        Path maps = Path.of("/proc/self/maps");
        Assumptions.assumeTrue(Files.exists(maps), "only Linux tells what is mapped");
        try (EnvelopeLogWriter writer = writer()) {
            for (int file = 0; file < FILES; file++) {
                append(writer, 1, 10);
                append(writer, 1, 10);
                String name = writer.currentFile().toString();
                await().untilAsserted(
                                () -> assertFalse(Files.readString(maps).contains(name), "still mapped: " + name));
                now += SECOND;
            }
        }
    }

    @Test
    void aFullDiskIsAnErrorOfTheAppendAndWhatWasAppendedBeforeIsThere() throws IOException {
        try (SmallDisk disk = SmallDisk.mount(root, 24);
                EnvelopeLogWriter writer = writer()) {
            append(writer, 3, 1_000);
            append(writer, 3, 1_000);
            disk.fillUpTo(0);

            assertThrows(IOException.class, () -> {
                for (int at = 0; at < 100; at++) {
                    append(writer, 1, LARGE_BODY);
                }
            });
            try (SegmentScan scan = SegmentScan.open(writer.currentFile())) {
                Step step = scan.next();
                while (step == Step.BATCH) {
                    assertTrue(scan.batch().lastSequence() <= writer.lastSequence());
                    step = scan.next();
                }
                assertEquals(Step.UNFINISHED, step);
                assertEquals(writer.position(), scan.position());
            }
            disk.makeRoom();
        }
    }

    /** Files with batches of all kinds: small and large, of lengths that want padding and do not. */
    private void fill(EnvelopeLogWriter writer) throws IOException {
        for (int file = 0; file < FILES; file++) {
            for (int at = 0; at < BATCHES_A_FILE; at++) {
                append(writer, 1 + random.nextInt(5), random.nextInt(at % 4 == 0 ? 20_000 : 40));
            }
            if (file % 2 == 1) {
                appendLarge(writer);
            }
            now += (1 + file) * SECOND;
        }
    }

    private void appendLarge(EnvelopeLogWriter writer) throws IOException {
        append(writer, 15, LARGE_BODY);
    }

    private void append(EnvelopeLogWriter writer, int records, int bodyBytes) throws IOException {
        batch.begin();
        for (int record = 0; record < records; record++) {
            byte[] body = new byte[bodyBytes];
            Arrays.fill(body, (byte) (writer.lastSequence() + record));
            batch.add(writer.lastSequence() + 1 + record, now, new UnsafeBuffer(body), 0, body.length);
        }
        writer.append(batch);
        appended.add(Arrays.copyOf(batch.array(), batch.length()));
        times.add(now);
    }

    private EnvelopeLogWriter writer() throws IOException {
        return EnvelopeLogWriter.open(root, 0, now, BatchChain.after(ChainHash.ZERO), SETTINGS);
    }

    private Path directory() {
        return Generation.of(root, 1).directory();
    }

    private List<Path> files() throws IOException {
        return Generation.of(root, 1).files();
    }

    private static ChronicleQueue queue(Path directory, long millis, boolean readOnly) {
        return SingleChronicleQueueBuilder.binary(directory)
                .rollCycle(SETTINGS.rollCycle())
                .blockSize(BLOCK)
                .timeProvider(() -> millis)
                .readOnly(readOnly)
                .build();
    }
}
