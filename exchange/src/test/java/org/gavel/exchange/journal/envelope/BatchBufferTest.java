package org.gavel.exchange.journal.envelope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BatchBufferTest {
    private static final UnsafeBuffer BODY = new UnsafeBuffer(new byte[Envelope.MAX_RECORD_BYTES + 1]);

    private final BatchBuffer batch = new BatchBuffer();

    @Test
    void givesBackEachRecordByItsIndex() {
        BODY.putLong(8, 42);
        batch.add(7, 100, BODY, 8, Long.BYTES);
        batch.add(8, 100, BODY, 0, 0);
        List<String> read = new ArrayList<>();

        batch.read(1, (sequence, timestamp, buffer, offset, length) -> read.add(sequence + " " + length));
        batch.read(
                0, (sequence, timestamp, buffer, offset, length) -> read.add(sequence + " " + buffer.getLong(offset)));

        assertEquals(List.of("8 0", "7 42"), read);
        assertEquals(7, batch.firstSequence());
        assertEquals(8, batch.lastSequence());
        assertThrows(IndexOutOfBoundsException.class, () -> batch.read(2, (a, b, c, d, e) -> {}));
    }

    @Test
    void isEmptyAgainAfterBegin() {
        batch.add(1, 1, BODY, 0, 10);
        batch.begin();

        assertTrue(batch.isEmpty());
        batch.add(99, 0, BODY, 0, 10);
        assertEquals(99, batch.firstSequence());
    }

    @Test
    void refusesABodyBeyondTheLimit() {
        assertTrue(batch.hasRoomFor(Envelope.MAX_RECORD_BYTES));
        assertFalse(batch.hasRoomFor(Envelope.MAX_RECORD_BYTES + 1));
        assertThrows(IllegalArgumentException.class, () -> batch.add(1, 1, BODY, 0, Envelope.MAX_RECORD_BYTES + 1));
    }

    @Test
    void refusesMoreRecordsThanTheLimit() {
        for (int record = 0; record < Envelope.MAX_BATCH_RECORDS; record++) {
            batch.add(1 + record, 1, BODY, 0, 1);
        }

        assertFalse(batch.hasRoomFor(0));
        assertThrows(IllegalArgumentException.class, () -> batch.add(batch.lastSequence() + 1, 1, BODY, 0, 0));
    }

    @Test
    void refusesAGapAndAStepBackInTime() {
        batch.add(1, 10, BODY, 0, 1);

        assertThrows(IllegalArgumentException.class, () -> batch.add(3, 10, BODY, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> batch.add(2, 9, BODY, 0, 1));
    }

    @Test
    void writesAndReadsTheLargestBatch(@TempDir Path root) throws Exception {
        List<Integer> lengths = new ArrayList<>();
        try (EnvelopeLogWriter writer =
                EnvelopeLogWriter.open(root, 0, 0, BatchChain.unchained(), EnvelopeLogReaderTest.SETTINGS)) {
            while (batch.hasRoomFor(Envelope.MAX_RECORD_BYTES)) {
                batch.add(batch.recordCount() + 1, 1, BODY, 0, Envelope.MAX_RECORD_BYTES);
            }
            int rest = Envelope.MAX_BATCH_BYTES - batch.length() - Envelope.RECORD_HEADER_BYTES;
            assertFalse(batch.hasRoomFor(rest + 1));
            batch.add(batch.recordCount() + 1, 1, BODY, 0, rest);
            writer.append(batch);
        }
        try (EnvelopeLogReader reader = EnvelopeLogReader.open(root, 1)) {
            reader.poll((sequence, timestamp, buffer, offset, length) -> lengths.add(length), Integer.MAX_VALUE);
        }

        assertEquals(Envelope.MAX_BATCH_BYTES, batch.length());
        assertEquals(batch.recordCount(), lengths.size());
    }
}
