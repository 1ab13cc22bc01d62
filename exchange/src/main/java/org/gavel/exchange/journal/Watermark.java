package org.gavel.exchange.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.gavel.exchange.journal.envelope.ChainHash;

/**
 * What was acknowledged at least. The file holds two slots that are overwritten in turn, so that a torn write costs
 * the newest slot only: magic u32, format u16, zero u16, generation u32, zero u32, sequence u64, timestamp i64, chain
 * hash, zeros, and the CRC32C of all of it in the slot's last four bytes; little endian.
 */
final class Watermark {
    static final int SLOT_BYTES = 512;
    static final int SLOTS = 2;
    static final int FILE_BYTES = SLOTS * SLOT_BYTES;

    /** The ASCII letters GVLW in file order. */
    private static final int MAGIC = 0x574C5647;

    private static final int FORMAT = 1;
    private static final int FORMAT_OFFSET = 4;
    private static final int GENERATION_OFFSET = 8;
    private static final int SEQUENCE_OFFSET = 16;
    private static final int TIMESTAMP_OFFSET = 24;
    private static final int HASH_OFFSET = 32;
    private static final int CRC_OFFSET = SLOT_BYTES - Integer.BYTES;

    private Watermark() {}

    /** Fills a slot. */
    static void encode(byte[] slots, int slot, JournalPosition position) {
        int start = slot * SLOT_BYTES;
        Arrays.fill(slots, start, start + SLOT_BYTES, (byte) 0);
        ByteBuffer buffer = view(slots, slot);
        buffer.putInt(MAGIC).putShort((short) FORMAT);
        buffer.putInt(GENERATION_OFFSET, position.generation())
                .putLong(SEQUENCE_OFFSET, position.sequence())
                .putLong(TIMESTAMP_OFFSET, position.timestamp());
        position.chainHash().copyTo(slots, start + HASH_OFFSET);
        buffer.putInt(CRC_OFFSET, crc(slots, slot));
    }

    /** The slot that holds the highest sequence, or -1 if none is valid. */
    static int newest(byte[] slots) {
        int newest = -1;
        for (int slot = 0; slot < SLOTS; slot++) {
            if (isValid(slots, slot) && (newest < 0 || sequence(slots, slot) > sequence(slots, newest))) {
                newest = slot;
            }
        }
        return newest;
    }

    /** The acknowledged position, empty if no slot is valid. */
    static Optional<JournalPosition> decode(byte[] slots) throws IOException {
        int slot = newest(slots);
        if (slot < 0) {
            return Optional.empty();
        }
        ByteBuffer buffer = view(slots, slot);
        int format = Short.toUnsignedInt(buffer.getShort(FORMAT_OFFSET));
        if (format != FORMAT) {
            throw new IOException("watermark format " + format + " is unknown; this version reads " + FORMAT);
        }
        return Optional.of(new JournalPosition(
                sequence(slots, slot),
                buffer.getLong(TIMESTAMP_OFFSET),
                buffer.getInt(GENERATION_OFFSET),
                ChainHash.at(slots, slot * SLOT_BYTES + HASH_OFFSET)));
    }

    private static boolean isValid(byte[] slots, int slot) {
        ByteBuffer buffer = view(slots, slot);
        return buffer.getInt() == MAGIC && buffer.getInt(CRC_OFFSET) == crc(slots, slot);
    }

    private static long sequence(byte[] slots, int slot) {
        return view(slots, slot).getLong(SEQUENCE_OFFSET);
    }

    private static ByteBuffer view(byte[] slots, int slot) {
        return ByteBuffer.wrap(slots, slot * SLOT_BYTES, SLOT_BYTES).slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int crc(byte[] slots, int slot) {
        CRC32C crc = new CRC32C();
        crc.update(slots, slot * SLOT_BYTES, CRC_OFFSET);
        return (int) crc.getValue();
    }
}
