package org.gavel.exchange.journal.envelope;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gavel.exchange.journal.envelope.SegmentScan.Step;
import org.gavel.exchange.kit.SmallDisk;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a file is written behind the batch that Chronicle Queue began it with. */
final class SegmentWriterTest {
    @TempDir
    private Path root;

    private AppendedLog log;

    @BeforeEach
    void newLog() {
        log = new AppendedLog(root);
    }

    @Test
    void ourOwnReaderLooksAgainAtAHeaderThatItReadHalf() throws IOException {
        try (EnvelopeLogWriter writer = log.writer()) {
            log.append(writer, 1, 10);
            log.append(writer, 40, 100);
            long second = DocumentHeader.following(
                    AppendedLog.firstBatch(writer.currentFile()), log.batches().get(0).length);
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
        try (EnvelopeLogWriter writer = log.writer()) {
            log.append(writer, 2, 10);
            Path file = writer.currentFile();
            writer.endFile();
            assertTrue(writer.beginsFile(log.now()));
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
        try (EnvelopeLogWriter writer = log.writer()) {
            for (int file = 0; file < AppendedLog.FILES; file++) {
                log.append(writer, 1, 10);
                log.append(writer, 1, 10);
                String name = writer.currentFile().toString();
                await().untilAsserted(
                                () -> assertFalse(Files.readString(maps).contains(name), "still mapped: " + name));
                log.pass(1);
            }
        }
    }

    @Test
    void aFullDiskIsAnErrorOfTheAppendAndWhatWasAppendedBeforeIsThere() throws IOException {
        try (SmallDisk disk = SmallDisk.mount(root, 24);
                EnvelopeLogWriter writer = log.writer()) {
            log.append(writer, 3, 1_000);
            log.append(writer, 3, 1_000);
            disk.fillUpTo(0);

            assertThrows(IOException.class, () -> {
                for (int at = 0; at < 100; at++) {
                    log.append(writer, 1, AppendedLog.LARGE_BODY);
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
}
