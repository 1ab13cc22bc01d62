package org.gavel.exchange.journal.envelope;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.queue.TailerDirection;
import net.openhft.chronicle.wire.DocumentContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written past Chronicle Queue is its file all the same: its own tailers read it, while it is written too. */
final class ChronicleTailerTest {
    /** A tailer may look several times before it finds the next file. */
    private static final int LATE_LOOKS = 1_000_000;

    @TempDir
    private Path root;

    private AppendedLog log;

    @BeforeEach
    void newLog() {
        log = new AppendedLog(root);
    }

    @Test
    void chroniclesOwnTailersReadEveryBatchOfEveryFile() throws IOException {
        try (EnvelopeLogWriter writer = log.writer()) {
            log.fill(writer);
            assertEquals(AppendedLog.FILES, writer.generation().files().size());
            tailersReadAll("as after a kill");
        }
        tailersReadAll("after a clean stop");
    }

    private void tailersReadAll(String when) {
        for (boolean readOnly : new boolean[] {true, false}) {
            try (ChronicleQueue queue = AppendedLog.queue(log.directory(), 0, readOnly);
                    ExcerptTailer tailer = queue.createTailer()) {
                List<Long> indexes = readAll(tailer, when);
                assertFalse(tailer.toEnd().readBytes(Bytes.allocateElasticOnHeap()), when);
                readBackwards(tailer.direction(TailerDirection.BACKWARD).toEnd(), when);
                tailer.direction(TailerDirection.FORWARD);
                for (int at = log.batches().size() - 1; at >= 0; at -= 5) {
                    assertTrue(tailer.moveToIndex(indexes.get(at)), when);
                    assertArrayEquals(log.batches().get(at), read(tailer), when);
                }
            }
        }
    }

    private List<Long> readAll(ExcerptTailer tailer, String when) {
        List<Long> indexes = new ArrayList<>();
        for (byte[] expected : log.batches()) {
            assertArrayEquals(expected, read(tailer), when);
            indexes.add(tailer.lastReadIndex());
        }
        assertFalse(tailer.readBytes(Bytes.allocateElasticOnHeap()), when);
        return indexes;
    }

    private void readBackwards(ExcerptTailer tailer, String when) {
        for (int at = log.batches().size() - 1; at >= 0; at--) {
            assertArrayEquals(log.batches().get(at), read(tailer), when);
        }
    }

    private static byte[] read(ExcerptTailer tailer) {
        Bytes<byte[]> bytes = Bytes.allocateElasticOnHeap();
        assertTrue(tailer.readBytes(bytes), "there is a document");
        return bytes.toByteArray();
    }

    @Test
    void writesTheBytesThatChronicleWrites() throws IOException {
        try (EnvelopeLogWriter writer = log.writer()) {
            log.fill(writer);
        }
        Path theirs = root.resolve("theirs");
        writeByChronicle(theirs);

        for (Path ours : log.files()) {
            byte[] expected = Files.readAllBytes(theirs.resolve(ours.getFileName()));
            byte[] actual = Files.readAllBytes(ours);
            assertEquals(expected.length, actual.length);
            int first = AppendedLog.firstBatch(ours);
            assertEquals(-1, Arrays.mismatch(expected, first, expected.length, actual, first, actual.length));
            assertEquals(ByteBuffer.wrap(expected, lastWord(ours), 16), ByteBuffer.wrap(actual, lastWord(ours), 16));
        }
    }

    private void writeByChronicle(Path directory) {
        for (int at = 0; at < log.batches().size(); at++) {
            // One queue for all of them would do, but for its clock.
            try (ChronicleQueue queue = AppendedLog.queue(directory, log.millis(at), false);
                    ExcerptAppender appender = queue.createAppender();
                    DocumentContext document = appender.writingDocument()) {
                document.wire().bytes().write(log.batches().get(at));
            }
        }
    }

    private static int lastWord(Path file) throws IOException {
        try (FileWindow window = FileWindow.open(file)) {
            return QueueDocument.lastWord(window);
        }
    }

    @Test
    void growsAFileByWholeBlocksUnderAReaderThatHasMappedIt() throws IOException {
        try (EnvelopeLogWriter writer = log.writer();
                ChronicleQueue queue = AppendedLog.queue(writer.generation().directory(), 0, true)) {
            log.appendLarge(writer);
            try (ExcerptTailer tailer = queue.createTailer()) {
                for (int at = 0; writer.position() < 2L * AppendedLog.BLOCK; at++) {
                    assertArrayEquals(log.batches().get(at), read(tailer));
                    log.appendLarge(writer);
                }
            }
            assertEquals(3L * AppendedLog.BLOCK + AppendedLog.BLOCK / 4, Files.size(writer.currentFile()));
            assertEquals(1, log.files().size());
        }
    }

    @Test
    void neverShowsHalfABatchToATailerOfARunningNode() throws IOException, InterruptedException {
        int batches = 2_000;
        Optional<Throwable> failure;
        try (EnvelopeLogWriter writer = log.writer()) {
            log.append(writer, 1, 10);
            Thread appending = new Thread(() -> appendMany(writer, batches));
            failure = readWhile(appending, writer.generation().directory(), batches);
            appending.join();
        }
        assertEquals(Optional.empty(), failure);
    }

    private void appendMany(EnvelopeLogWriter writer, int batches) {
        try {
            for (int at = 1; at < batches; at++) {
                log.append(writer, 1, 1 + at * 97 % 60_000);
                log.pass(at % 500 == 0 ? 1 : 0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Throwable> readWhile(Thread appending, Path directory, int batches) {
        try (ChronicleQueue queue = AppendedLog.queue(directory, 0, false);
                ExcerptTailer tailer = queue.createTailer()) {
            BatchView view = new BatchView();
            BatchCheck check = new BatchCheck();
            appending.start();
            int sequence = 0;
            int lateLooks = 0;
            while (sequence < batches) {
                lateLooks += appending.isAlive() ? 0 : 1;
                Bytes<byte[]> bytes = Bytes.allocateElasticOnHeap();
                if (tailer.readBytes(bytes)) {
                    byte[] document = bytes.toByteArray();
                    view.wrap(document, 0, document.length);
                    assertEquals(BatchCheck.Verdict.VALID, check.verify(view), check::what);
                    assertEquals(++sequence, view.firstSequence());
                }
                assertTrue(lateLooks < LATE_LOOKS, "only " + sequence + " batches were found");
            }
            return Optional.empty();
        } catch (AssertionError | RuntimeException e) {
            return Optional.of(e);
        }
    }
}
