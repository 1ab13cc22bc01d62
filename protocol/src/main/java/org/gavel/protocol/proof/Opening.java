package org.gavel.protocol.proof;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Bytes of a journal record with the salt under which the log has their hash. Without the salt nobody can find the bytes
 * by trying, however few there are to try. Immutable.
 */
public final class Opening {
    /** Bytes of a salt. */
    public static final int SALT_BYTES = 16;

    private final byte[] salt;
    private final byte[] bytes;

    /** @throws InvalidProof where the salt has another length */
    public Opening(byte[] salt, byte[] bytes) {
        if (salt.length != SALT_BYTES) {
            throw new InvalidProof("a salt has " + SALT_BYTES + " bytes, not " + salt.length);
        }
        this.salt = salt.clone();
        this.bytes = bytes.clone();
    }

    /** SHA-256 over salt and bytes. */
    byte[] hash() {
        MessageDigest hash = TreeHash.sha256();
        hash.update(salt);
        return hash.digest(bytes);
    }

    public byte[] salt() {
        return salt.clone();
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Opening opening
                && Arrays.equals(salt, opening.salt)
                && Arrays.equals(bytes, opening.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
