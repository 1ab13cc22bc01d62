package org.gavel.exchange.eventlog;

import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.gavel.protocol.codec.sbe.LittleEndian;

/** The body of an event log record: {@code sequence i64 | index i32 | flags i32 | SBE event}, little-endian. */
final class EventRecord {
    static final int HEADER_BYTES = 16;

    private static final int INDEX = 8;
    private static final int FLAGS = 12;
    private static final int LAST = 1;

    private EventRecord() {}

    static void putHeader(byte[] to, int at, long sequence, int index) {
        LittleEndian.putLong(to, at, sequence);
        LittleEndian.putLong(to, at + INDEX, index); // No flags yet.
    }

    /** Marks the last event of its command. */
    static void markLast(byte[] bytes, int at) {
        LittleEndian.putInt(bytes, at + FLAGS, LAST);
    }

    static long sequence(DirectBuffer buffer, int offset) {
        return buffer.getLong(offset, ByteOrder.LITTLE_ENDIAN);
    }

    static boolean isLast(DirectBuffer buffer, int offset) {
        return (buffer.getInt(offset + FLAGS, ByteOrder.LITTLE_ENDIAN) & LAST) != 0;
    }
}
