package org.gavel.exchange.engine.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Takes the state in its one canonical order (big-endian numbers, length-prefixed UTF-8, everything sorted by
 * number) and hashes it on the way. Single-threaded; one instance a digest.
 */
public final class StateWriter {
    private static final int CHUNK = 8192;

    /** Texts below this many bytes are gathered: a call of the hash for each would cost more than the copy. */
    private static final int SHORT = 2048;

    private final MessageDigest hash = sha256();
    private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK);

    /** SHA-256, which every JDK has. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    public StateWriter put(int value) {
        room(Integer.BYTES).putInt(value);
        return this;
    }

    public StateWriter put(long value) {
        room(Long.BYTES).putLong(value);
        return this;
    }

    public StateWriter put(boolean value) {
        room(1).put((byte) (value ? 1 : 0));
        return this;
    }

    public StateWriter put(String value) {
        return put(value.getBytes(StandardCharsets.UTF_8));
    }

    /** A text as its UTF-8 bytes: the same as {@link #put(String)}. */
    public StateWriter put(byte[] utf8) {
        put(utf8.length);
        if (utf8.length < SHORT) {
            room(utf8.length).put(utf8);
        } else {
            flush();
            hash.update(utf8);
        }
        return this;
    }

    private ByteBuffer room(int bytes) {
        if (chunk.remaining() < bytes) {
            flush();
        }
        return chunk;
    }

    private void flush() {
        hash.update(chunk.array(), 0, chunk.position());
        chunk.clear();
    }

    /** SHA-256 over everything put; ends the writing. */
    public byte[] hash() {
        flush();
        return hash.digest();
    }
}
