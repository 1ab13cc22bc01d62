package org.gavel.exchange.journal.envelope;

import static org.gavel.exchange.journal.envelope.Envelope.ORDER;

import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;

/** Access to the bytes of one batch while they stay where they are. Reused; for one thread. */
public final class BatchView {
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[0]);
    private byte[] bytes = new byte[0];
    private int start;
    private int length;

    /** The batch that an array consists of, taken as valid. */
    public static BatchView of(byte[] sealed) {
        BatchView view = new BatchView();
        view.wrap(sealed, 0, sealed.length);
        return view;
    }

    void wrap(byte[] source, int offset, int size) {
        if (source != bytes) {
            bytes = source;
            buffer.wrap(source);
        }
        start = offset;
        length = size;
    }

    /** Whether the batch is bound to the one before. */
    public boolean isChained() {
        return (flags() & Envelope.FLAG_CHAINED) != 0;
    }

    /** The generation the batch was written in. */
    public int generation() {
        return intAt(Envelope.GENERATION_OFFSET);
    }

    /** Records of the batch. */
    public int recordCount() {
        return intAt(Envelope.RECORD_COUNT_OFFSET);
    }

    /** The sequence of the first record. */
    public long firstSequence() {
        return longAt(Envelope.FIRST_SEQUENCE_OFFSET);
    }

    /** The sequence of the last record. */
    public long lastSequence() {
        return firstSequence() + recordCount() - 1;
    }

    /** The timestamp of the first record. */
    public long firstTimestamp() {
        return longAt(Envelope.BATCH_HEADER_BYTES + Envelope.RECORD_TIMESTAMP_OFFSET);
    }

    /** Bytes of the batch. */
    public int length() {
        return length;
    }

    /** The hash of the batch that this one follows. */
    public ChainHash previousHash() {
        return ChainHash.at(bytes, start + Envelope.PREVIOUS_HASH_OFFSET);
    }

    /** The hash of this batch. */
    public ChainHash hash() {
        return ChainHash.at(bytes, start + length - ChainHash.BYTES);
    }

    /** Hands every record to the consumer in order. */
    public void forEach(RecordConsumer consumer) {
        int offset = firstRecord();
        for (int index = 0; index < recordCount(); index++) {
            offset = deliver(offset, consumer);
        }
    }

    /** The offset of the first record, for {@link #deliver}. */
    int firstRecord() {
        return start + Envelope.BATCH_HEADER_BYTES;
    }

    /** The offset of the record after the one at an offset. */
    int nextRecord(int offset) {
        return offset + buffer.getInt(offset, ORDER);
    }

    /** Hands over the record at an offset and answers the offset of the next. */
    int deliver(int offset, RecordConsumer consumer) {
        return Envelope.deliver(bytes, buffer, offset, consumer);
    }

    int format() {
        return Short.toUnsignedInt(buffer.getShort(start + Envelope.FORMAT_OFFSET, ORDER));
    }

    int flags() {
        return Short.toUnsignedInt(buffer.getShort(start + Envelope.FLAGS_OFFSET, ORDER));
    }

    /** The length that the header claims for the batch. */
    long lengthInHeader() {
        return Integer.toUnsignedLong(intAt(Envelope.RECORD_BYTES_OFFSET)) + Envelope.BATCH_OVERHEAD_BYTES;
    }

    boolean isEqual(int offset, byte[] hash) {
        int from = start + offset;
        return Arrays.equals(bytes, from, from + ChainHash.BYTES, hash, 0, ChainHash.BYTES);
    }

    byte[] array() {
        return bytes;
    }

    int start() {
        return start;
    }

    int intAt(int offset) {
        return buffer.getInt(start + offset, ORDER);
    }

    long longAt(int offset) {
        return buffer.getLong(start + offset, ORDER);
    }
}
