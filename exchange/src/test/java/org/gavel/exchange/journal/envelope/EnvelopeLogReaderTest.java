package org.gavel.exchange.journal.envelope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import net.openhft.chronicle.queue.rollcycles.TestRollCycles;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A derived log is followed in the process that writes it, and read as far as it is valid. */
final class EnvelopeLogReaderTest {
    static final LogSettings SETTINGS = new LogSettings(TestRollCycles.TEST4_SECONDLY, LogSettings.MIN_BLOCK_BYTES);

    private static final int ALL = Integer.MAX_VALUE;
    private static final long SECOND = 1_000_000;

    @TempDir
    private Path root;

    private final BatchBuffer batch = new BatchBuffer();
    private final List<Long> read = new ArrayList<>();
    private long now = SECOND;

    @Test
    void seesEachBatchAsSoonAsItIsAppended() throws IOException {
        try (EnvelopeLogWriter writer = writer(0);
                EnvelopeLogReader reader = EnvelopeLogReader.open(root, 1)) {
            assertEquals(0, poll(reader, ALL));
            for (int round = 0; round < 50; round++) {
                append(writer, 3);
                // Before its first file a log is looked for only now and then.
                for (int idle = 0; round == 0 && idle < 128 && read.isEmpty(); idle++) {
                    poll(reader, ALL);
                }
                poll(reader, ALL);
                assertEquals(writer.lastSequence(), read.size());
                assertEquals(0, poll(reader, ALL));
            }
        }
        assertEquals(upTo(150), read);
    }

    @Test
    void goesOnWhereItWasWithinABatch() throws IOException {
        try (EnvelopeLogWriter writer = writer(0)) {
            append(writer, 5);
            append(writer, 2);
            try (EnvelopeLogReader reader = EnvelopeLogReader.open(root, 1)) {
                assertEquals(2, poll(reader, 2));
                assertEquals(2, poll(reader, 2));
                assertEquals(3, poll(reader, 4));
                assertEquals(8, reader.nextSequence());
            }
        }
        assertEquals(upTo(7), read);
    }

    @Test
    void followsOverRolls() throws IOException {
        try (EnvelopeLogWriter writer = writer(0)) {
            append(writer, 1);
            try (EnvelopeLogReader reader = EnvelopeLogReader.open(root, 1)) {
                for (int roll = 0; roll < 4; roll++) {
                    poll(reader, ALL);
                    now += 2 * SECOND;
                    append(writer, 2);
                }
                poll(reader, ALL);
            }
            assertEquals(5, writer.generation().files().size());
        }
        assertEquals(upTo(9), read);
    }

    @Test
    void followsFromAnySequenceInAnyGeneration() throws IOException {
        threeGenerations();
        for (long from = 1; from <= 19; from++) {
            read.clear();
            try (EnvelopeLogReader reader = EnvelopeLogReader.open(root, from)) {
                poll(reader, ALL);
            }
            assertEquals(LongStream.rangeClosed(from, 18).boxed().toList(), read);
        }
    }

    @Test
    void endsWithAFlawWhereTheLogIsDamagedAndGoesOnFromARebuild() throws IOException {
        threeGenerations();
        damageLastBatchOf(2);

        Flaw flaw = readAll(9).orElseThrow();
        assertEquals(10, flaw.sequence());
        assertEquals(upTo(9), read);

        try (EnvelopeLogWriter rebuilt = writer(9)) {
            append(rebuilt, 20);
        }
        assertTrue(readAll(29).isEmpty());
        assertEquals(upTo(29), read);
    }

    @Test
    void endsEarlyWhereTheLogIsShort() throws IOException {
        threeGenerations();
        Path last = Generation.list(root).get(2).files().get(0);
        Files.delete(last);

        assertTrue(readAll(12).isEmpty());
    }

    @Test
    void tellsOfAMissingFileBetweenOthers() throws IOException {
        threeGenerations();
        Files.delete(Generation.list(root).get(1).files().get(0));

        assertEquals(7, readAll(6).orElseThrow().sequence());
    }

    @Test
    void keepsUpWithAWriterOnAnotherThread() throws IOException, InterruptedException {
        int batches = 3000;
        try (EnvelopeLogWriter writer = writer(0)) {
            Thread appending = new Thread(() -> appendMany(writer, batches));
            appending.start();
            try (EnvelopeLogReader reader = EnvelopeLogReader.open(root, 1)) {
                while (read.size() < 3 * batches && reader.flaw().isEmpty()) {
                    poll(reader, 100);
                }
                assertTrue(reader.flaw().isEmpty());
            }
            appending.join();
        }
        assertEquals(upTo(3L * batches), read);
    }

    private void appendMany(EnvelopeLogWriter writer, int batches) {
        try {
            for (int round = 0; round < batches; round++) {
                append(writer, 3);
                now += round % 1000 == 999 ? SECOND : 0;
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void threeGenerations() throws IOException {
        for (long last = 0; last < 18; last += 6) {
            try (EnvelopeLogWriter writer = writer(last)) {
                append(writer, 3);
                append(writer, 3);
            }
        }
    }

    private void damageLastBatchOf(int generation) throws IOException {
        Path file = Generation.list(root).get(generation - 1).files().get(0);
        long position;
        try (SegmentScan scan = SegmentScan.open(file)) {
            scan.next();
            scan.next();
            position = scan.position() + 80;
        }
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.seek(position);
            access.write(0x77);
        }
    }

    private Optional<Flaw> readAll(long expectedLast) throws IOException {
        read.clear();
        try (EnvelopeLogReader reader = EnvelopeLogReader.open(root, 1)) {
            poll(reader, ALL);
            assertEquals(expectedLast + 1, reader.nextSequence());
            return reader.flaw();
        }
    }

    private EnvelopeLogWriter writer(long lastSequence) throws IOException {
        return EnvelopeLogWriter.open(root, lastSequence, now, BatchChain.unchained(), SETTINGS);
    }

    private void append(EnvelopeLogWriter writer, int records) throws IOException {
        batch.begin();
        for (int record = 0; record < records; record++) {
            UnsafeBuffer body = new UnsafeBuffer(new byte[record * 11]);
            batch.add(writer.lastSequence() + 1 + record, now++, body, 0, body.capacity());
        }
        writer.append(batch);
    }

    private int poll(EnvelopeLogReader reader, int limit) throws IOException {
        return reader.poll((sequence, timestamp, buffer, offset, length) -> read.add(sequence), limit);
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
