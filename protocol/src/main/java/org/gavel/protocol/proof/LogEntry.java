package org.gavel.protocol.proof;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One record of the journal as it stands in the public log: 88 bytes, little-endian. Its place and its time are there
 * for everybody; who asked and what was asked only as salted hashes, which whoever has an {@link Opening} can check.
 * Immutable.
 */
public final class LogEntry {
    /** Bytes of an entry. */
    public static final int BYTES = 88;

    /** Where the hash of who asked stands. */
    public static final int ORIGIN_OFFSET = 24;

    /** Where the hash of what was asked stands. */
    public static final int COMMAND_OFFSET = 56;

    private static final byte[] MAGIC = "GVLLEAF1".getBytes(StandardCharsets.US_ASCII);
    private static final int SEQUENCE_OFFSET = 8;
    private static final int TIME_OFFSET = 16;

    private final byte[] bytes;

    private LogEntry(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Writes what everybody may know of a record into an entry's first bytes. */
    public static void putHead(byte[] entry, long sequence, long timestamp) {
        ByteBuffer.wrap(entry)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .putLong(sequence)
                .putLong(timestamp);
    }

    /**
     * Reads an entry.
     *
     * @throws InvalidProof where it is none
     */
    public static LogEntry of(byte[] bytes) {
        if (bytes.length != BYTES || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new InvalidProof("an entry has " + BYTES + " bytes and begins with GVLLEAF1");
        }
        return new LogEntry(bytes.clone());
    }

    /** The record's sequence in the journal; its place in the log is one less. */
    public long sequence() {
        return longAt(SEQUENCE_OFFSET);
    }

    /** The sequencer's time, microseconds since 1970. */
    public long timestamp() {
        return longAt(TIME_OFFSET);
    }

    private long longAt(int offset) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(offset);
    }

    /** Whether this is who asked. */
    public boolean hasOrigin(Opening opening) {
        return isAt(ORIGIN_OFFSET, opening);
    }

    /** Whether this is what was asked. */
    public boolean hasCommand(Opening opening) {
        return isAt(COMMAND_OFFSET, opening);
    }

    private boolean isAt(int offset, Opening opening) {
        byte[] hash = opening.hash();
        return Arrays.equals(bytes, offset, offset + hash.length, hash, 0, hash.length);
    }

    /** The leaf's hash in the tree. */
    public TreeHash leaf() {
        return TreeHash.leaf(bytes);
    }

    public byte[] toByteArray() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogEntry entry && Arrays.equals(bytes, entry.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "entry of record " + sequence();
    }
}
