package org.gavel.exchange.eventlog;

import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/** The body of an event log record: {@code sequence i64 | index i32 | flags i32 | SBE event}, little-endian. */
final class EventRecord {
    static final int HEADER_BYTES = 16;

    private static final int INDEX = 8;
    private static final int FLAGS = 12;
    private static final int LAST = 1;

    private EventRecord() {}

    static void putHeader(MutableDirectBuffer buffer, int offset, long sequence, int index) {
        buffer.putLong(offset, sequence, ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(offset + INDEX, index, ByteOrder.LITTLE_ENDIAN); // No flags yet.
    }

    /** Marks the last event of its command. */
    static void markLast(MutableDirectBuffer buffer, int offset) {
        buffer.putInt(offset + FLAGS, LAST, ByteOrder.LITTLE_ENDIAN);
    }

    static long sequence(DirectBuffer buffer, int offset) {
        return buffer.getLong(offset, ByteOrder.LITTLE_ENDIAN);
    }

    static boolean isLast(DirectBuffer buffer, int offset) {
        return (buffer.getInt(offset + FLAGS, ByteOrder.LITTLE_ENDIAN) & LAST) != 0;
    }
}
