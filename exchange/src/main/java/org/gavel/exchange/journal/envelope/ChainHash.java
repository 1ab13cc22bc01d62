package org.gavel.exchange.journal.envelope;

import java.util.Arrays;
import java.util.HexFormat;

/** An immutable SHA-256 over a batch and, through it, over every batch before. */
public final class ChainHash {
    /** Bytes of a hash. */
    public static final int BYTES = 32;

    /** What the first batch of a venue follows. */
    public static final ChainHash ZERO = new ChainHash(new byte[BYTES]);

    private final byte[] bytes;

    private ChainHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The hash stored at an offset. */
    public static ChainHash at(byte[] source, int offset) {
        return new ChainHash(Arrays.copyOfRange(source, offset, offset + BYTES));
    }

    /** Stores this hash at an offset. */
    public void copyTo(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, BYTES);
    }

    /** A copy of the bytes. */
    public byte[] toByteArray() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChainHash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Lower-case hexadecimal. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
