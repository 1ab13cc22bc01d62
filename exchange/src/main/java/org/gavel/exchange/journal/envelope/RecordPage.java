package org.gavel.exchange.journal.envelope;

import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Records behind each other in memory, without an object for any: each its body's length, number and timestamp, then the
 * body. Bytes once written never move. For one thread at a time, but that what was written before may be read by others
 * to whom it was handed safely.
 */
public final class RecordPage {
    private static final int NUMBER = 4;
    private static final int TIMESTAMP = 12;
    private static final int HEADER_BYTES = 20;

    private final UnsafeBuffer bytes;
    private int length;

    private RecordPage(int capacity) {
        bytes = new UnsafeBuffer(new byte[capacity]);
    }

    /** An empty page with room for one record with such a body, and whatever smaller ones fit instead. */
    public static RecordPage forBody(int bodyLength) {
        return new RecordPage(HEADER_BYTES + bodyLength);
    }

    /** Whether a record with such a body fits behind the others. */
    public boolean hasRoomFor(int bodyLength) {
        return length + HEADER_BYTES + bodyLength <= bytes.capacity();
    }

    /** Adds a record for which there is room. */
    public void add(long number, long timestamp, DirectBuffer body, int offset, int bodyLength) {
        bytes.putInt(length, bodyLength);
        bytes.putLong(length + NUMBER, number);
        bytes.putLong(length + TIMESTAMP, timestamp);
        bytes.putBytes(length + HEADER_BYTES, body, offset, bodyLength);
        length += HEADER_BYTES + bodyLength;
    }

    /** Where the last record ends; the first begins at 0. */
    public int length() {
        return length;
    }

    /** The number of the record that begins here. */
    public long number(int at) {
        return bytes.getLong(at + NUMBER);
    }

    /** Where the record behind the one that begins here does. */
    public int behind(int at) {
        return at + HEADER_BYTES + bytes.getInt(at);
    }

    /** Hands over the record that begins here; answers where the next one does. */
    public int read(int at, RecordConsumer consumer) {
        int body = at + HEADER_BYTES;
        consumer.onRecord(number(at), bytes.getLong(at + TIMESTAMP), bytes, body, bytes.getInt(at));
        return behind(at);
    }

    /** Empties the page for new records. */
    public void clear() {
        length = 0;
    }
}
