package org.gavel.protocol.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A hash of a Merkle tree (RFC 9162 §2.1): SHA-256, with leaves and nodes told apart by their first byte. Immutable. */
public final class TreeHash {
    /** Bytes of a hash. */
    public static final int BYTES = 32;

    /** The root of a tree without leaves. */
    public static final TreeHash EMPTY = new TreeHash(sha256().digest());

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final byte[] bytes;

    private TreeHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The hash of a leaf that holds these bytes. */
    public static TreeHash leaf(byte[] data, int offset, int length) {
        MessageDigest hash = sha256();
        hash.update(LEAF);
        hash.update(data, offset, length);
        return new TreeHash(hash.digest());
    }

    /** The hash of a leaf that holds these bytes. */
    public static TreeHash leaf(byte[] data) {
        return leaf(data, 0, data.length);
    }

    /** The hash of a node over two others. */
    public static TreeHash node(TreeHash left, TreeHash right) {
        MessageDigest hash = sha256();
        hash.update(NODE);
        hash.update(left.bytes);
        return new TreeHash(hash.digest(right.bytes));
    }

    /** The hash with these 32 bytes. */
    public static TreeHash of(byte[] bytes, int offset) {
        return new TreeHash(Arrays.copyOfRange(bytes, offset, offset + BYTES));
    }

    /**
     * The hash written as standard Base64, in the one way it can be.
     *
     * @throws InvalidProof for any other text
     */
    public static TreeHash ofBase64(String text) {
        byte[] bytes = Base64Text.decode(text);
        if (bytes.length != BYTES) {
            throw new InvalidProof("a hash has " + BYTES + " bytes, not " + bytes.length);
        }
        return new TreeHash(bytes);
    }

    public String base64() {
        return new String(Base64.getEncoder().encode(bytes), StandardCharsets.US_ASCII);
    }

    /** Lower-case hex. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /** Writes the 32 bytes there. */
    public void putTo(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, BYTES);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TreeHash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
