package org.gavel.exchange.journal.envelope;

import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import org.agrona.DirectBuffer;
import org.gavel.protocol.codec.sbe.LittleEndian;

/**
 * Where each field of a batch and of a record lies, little endian. The first 32 bytes of a batch keep their meaning in
 * every later format, so that any version can refuse what it does not know.
 */
public final class Envelope {
    /** The largest body of a record. */
    public static final int MAX_RECORD_BYTES = 256 * 1024;

    /** The largest batch, with its header, records and hash. */
    public static final int MAX_BATCH_BYTES = 4 * 1024 * 1024;

    /** The most records of a batch. */
    public static final int MAX_BATCH_RECORDS = 65_536;

    /** The layout described here. */
    public static final int FORMAT = 1;

    static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

    /** The ASCII letters GVL1 in file order. */
    static final int MAGIC = 0x314C5647;

    static final int FORMAT_OFFSET = 4;
    static final int FLAGS_OFFSET = 6;
    static final int RECORD_COUNT_OFFSET = 8;
    static final int RECORD_BYTES_OFFSET = 12;
    static final int FIRST_SEQUENCE_OFFSET = 16;
    static final int GENERATION_OFFSET = 24;
    static final int HEADER_CRC_OFFSET = 28;
    static final int PREVIOUS_HASH_OFFSET = 32;
    static final int BATCH_HEADER_BYTES = PREVIOUS_HASH_OFFSET + ChainHash.BYTES;

    /** Set when the two hashes are filled; otherwise both are zero and only checksums protect the batch. */
    static final int FLAG_CHAINED = 1;

    static final int RECORD_SEQUENCE_OFFSET = 4;
    static final int RECORD_TIMESTAMP_OFFSET = 12;
    static final int RECORD_CRC_OFFSET = 20;
    static final int RECORD_HEADER_BYTES = 24;

    static final int BATCH_OVERHEAD_BYTES = BATCH_HEADER_BYTES + ChainHash.BYTES;
    static final int MIN_BATCH_BYTES = BATCH_OVERHEAD_BYTES + RECORD_HEADER_BYTES;

    private Envelope() {}

    /** The bytes that a record with such a body takes in a batch. */
    static int recordBytes(int bodyLength) {
        return RECORD_HEADER_BYTES + bodyLength;
    }

    /** The checksum over a record's length, sequence, timestamp and body, but not over itself. */
    static int recordCrc(CRC32C crc, byte[] bytes, int offset, int length) {
        crc.reset();
        crc.update(bytes, offset, RECORD_CRC_OFFSET);
        crc.update(bytes, offset + RECORD_HEADER_BYTES, length - RECORD_HEADER_BYTES);
        return (int) crc.getValue();
    }

    /** The checksum over a batch header's fields before it. */
    static int headerCrc(CRC32C crc, byte[] bytes, int offset) {
        crc.reset();
        crc.update(bytes, offset, HEADER_CRC_OFFSET);
        return (int) crc.getValue();
    }

    /**
     * Hands one record, which must have been verified, to a consumer and answers the offset after it. The buffer is that of
     * the same bytes.
     */
    static int deliver(byte[] bytes, DirectBuffer buffer, int offset, RecordConsumer consumer) {
        int length = LittleEndian.getInt(bytes, offset);
        consumer.onRecord(
                LittleEndian.getLong(bytes, offset + RECORD_SEQUENCE_OFFSET),
                LittleEndian.getLong(bytes, offset + RECORD_TIMESTAMP_OFFSET),
                buffer,
                offset + RECORD_HEADER_BYTES,
                length - RECORD_HEADER_BYTES);
        return offset + length;
    }
}
