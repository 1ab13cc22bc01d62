package org.gavel.exchange.journal.envelope;

import static org.gavel.exchange.journal.envelope.Envelope.BATCH_HEADER_BYTES;
import static org.gavel.exchange.journal.envelope.Envelope.BATCH_OVERHEAD_BYTES;
import static org.gavel.exchange.journal.envelope.Envelope.MAX_BATCH_BYTES;
import static org.gavel.exchange.journal.envelope.Envelope.MAX_BATCH_RECORDS;
import static org.gavel.exchange.journal.envelope.Envelope.MAX_RECORD_BYTES;
import static org.gavel.exchange.journal.envelope.Envelope.RECORD_HEADER_BYTES;
import static org.gavel.exchange.journal.envelope.Envelope.RECORD_SEQUENCE_OFFSET;
import static org.gavel.exchange.journal.envelope.Envelope.RECORD_TIMESTAMP_OFFSET;

import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.gavel.protocol.codec.sbe.LittleEndian;

/**
 * One group-commit batch in its final bytes: filled, appended, then read again so that the very bytes that were
 * journaled are applied. Reused by {@link #begin}; allocates nothing per record. For one thread at a time.
 */
public final class BatchBuffer {
    private final byte[] bytes = new byte[MAX_BATCH_BYTES];
    private final UnsafeBuffer buffer = new UnsafeBuffer(bytes);
    private final int[] recordOffsets = new int[MAX_BATCH_RECORDS];
    private int recordCount;
    private int end = BATCH_HEADER_BYTES;
    private long lastSequence;
    private long lastTimestamp;

    /** Empties the buffer. */
    public void begin() {
        recordCount = 0;
        end = BATCH_HEADER_BYTES;
    }

    /** Whether a record with such a body can still be added; false also for a body that is never allowed. */
    public boolean hasRoomFor(int bodyLength) {
        return bodyLength >= 0
                && bodyLength <= MAX_RECORD_BYTES
                && recordCount < MAX_BATCH_RECORDS
                && end + Envelope.recordBytes(bodyLength) + ChainHash.BYTES <= MAX_BATCH_BYTES;
    }

    /** Adds a record that follows the last one without a gap and is not earlier. */
    public void add(long sequence, long timestamp, DirectBuffer body, int offset, int length) {
        requireRoomFor(length);
        requireOrder(sequence, timestamp);
        int start = end;
        int recordBytes = Envelope.recordBytes(length);
        LittleEndian.putInt(bytes, start, recordBytes);
        LittleEndian.putLong(bytes, start + RECORD_SEQUENCE_OFFSET, sequence);
        LittleEndian.putLong(bytes, start + RECORD_TIMESTAMP_OFFSET, timestamp);
        body.getBytes(offset, bytes, start + RECORD_HEADER_BYTES, length);
        recordOffsets[recordCount++] = start;
        end = start + recordBytes;
        lastSequence = sequence;
        lastTimestamp = timestamp;
    }

    private void requireRoomFor(int length) {
        if (!hasRoomFor(length)) {
            throw new IllegalArgumentException("no room for a body of " + length + " bytes after " + recordCount
                    + " records in " + end + " bytes");
        }
    }

    private void requireOrder(long sequence, long timestamp) {
        if (recordCount > 0 && (sequence != lastSequence + 1 || timestamp < lastTimestamp)) {
            throw new IllegalArgumentException("record " + sequence + " at " + timestamp + " does not follow record "
                    + lastSequence + " at " + lastTimestamp);
        }
    }

    /** Whether nothing was added since {@link #begin}. */
    public boolean isEmpty() {
        return recordCount == 0;
    }

    /** Records added since {@link #begin}. */
    public int recordCount() {
        return recordCount;
    }

    /** The sequence of the first record; only for a batch that is not empty. */
    public long firstSequence() {
        return LittleEndian.getLong(bytes, offsetOf(0) + RECORD_SEQUENCE_OFFSET);
    }

    /** The sequence of the last record; only for a batch that is not empty. */
    public long lastSequence() {
        return lastSequence;
    }

    /** The timestamp of the first record; only for a batch that is not empty. */
    public long firstTimestamp() {
        return LittleEndian.getLong(bytes, offsetOf(0) + RECORD_TIMESTAMP_OFFSET);
    }

    /** The timestamp of the last record; only for a batch that is not empty. */
    public long lastTimestamp() {
        return lastTimestamp;
    }

    /** Refuses a batch that leaves a gap after a position or goes back in time. */
    public void requireToFollow(long sequence, long timestamp) {
        if (firstSequence() != sequence + 1) {
            throw new IllegalArgumentException("sequence " + firstSequence() + " does not follow " + sequence);
        }
        if (firstTimestamp() < Math.max(0, timestamp)) {
            throw new IllegalArgumentException("record " + firstSequence() + " at " + firstTimestamp()
                    + " is before 1970 or before the record at " + timestamp);
        }
    }

    /** Hands every record to the consumer in order. */
    public void forEach(RecordConsumer consumer) {
        for (int index = 0; index < recordCount; index++) {
            read(index, consumer);
        }
    }

    /** Hands the record at an index, counted from 0, to the consumer. */
    public void read(int index, RecordConsumer consumer) {
        Envelope.deliver(bytes, buffer, offsetOf(index), consumer);
    }

    /** The whole batch in its final form, valid after {@link BatchChain#seal}; not to be changed. */
    public byte[] array() {
        return bytes;
    }

    /** Bytes of the whole batch at the start of {@link #array}. */
    public int length() {
        return end + ChainHash.BYTES;
    }

    UnsafeBuffer buffer() {
        return buffer;
    }

    int recordBytes() {
        return length() - BATCH_OVERHEAD_BYTES;
    }

    int offsetOf(int index) {
        if (index < 0 || index >= recordCount) {
            throw new IndexOutOfBoundsException("record " + index + " of " + recordCount);
        }
        return recordOffsets[index];
    }
}
