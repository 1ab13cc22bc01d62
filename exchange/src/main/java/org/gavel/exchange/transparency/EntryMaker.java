package org.gavel.exchange.transparency;

import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.gavel.protocol.proof.LogEntry;
import org.gavel.protocol.proof.Opening;

/**
 * Makes the log's entry of a journal record, whose body is two SBE messages: who asked, then what was asked. Both are
 * hashed as the journal has them, so that what is sealed or encrypted there stays so. For one thread.
 */
final class EntryMaker {
    /** Before each message: block length, template, schema, version; 16 bits each. */
    private static final int FRAME_BYTES = 8;

    private final LogSalts salts;
    private final MessageDigest hash = sha256();
    private final byte[] salt = new byte[LogSalts.BYTES];
    private final byte[] entry = new byte[LogEntry.BYTES];
    private byte[] body = new byte[512];

    EntryMaker(LogSalts salts) {
        this.salts = salts;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The entry's bytes, until the next call. */
    byte[] entry(long sequence, long timestamp, DirectBuffer buffer, int offset, int length) {
        int split = originBytes(buffer, offset, length);
        if (body.length < length) {
            body = new byte[length];
        }
        buffer.getBytes(offset, body, 0, length);
        salts.put(sequence, salt);
        LogEntry.putHead(entry, sequence, timestamp);
        put(LogEntry.ORIGIN_OFFSET, 0, 0, split);
        put(LogEntry.COMMAND_OFFSET, Opening.SALT_BYTES, split, length - split);
        return entry;
    }

    private void put(int at, int saltAt, int from, int length) {
        hash.update(salt, saltAt, Opening.SALT_BYTES);
        hash.update(body, from, length);
        try {
            hash.digest(entry, at, hash.getDigestLength());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an entry has room for its hashes", e);
        }
    }

    /** Who asked, as the entry has it hashed. */
    Opening origin(long sequence, DirectBuffer buffer, int offset, int length) {
        return opening(sequence, 0, buffer, offset, originBytes(buffer, offset, length));
    }

    /** What was asked, as the entry has it hashed. */
    Opening command(long sequence, DirectBuffer buffer, int offset, int length) {
        int split = originBytes(buffer, offset, length);
        return opening(sequence, Opening.SALT_BYTES, buffer, offset + split, length - split);
    }

    private Opening opening(long sequence, int saltAt, DirectBuffer buffer, int offset, int length) {
        salts.put(sequence, salt);
        byte[] bytes = new byte[length];
        buffer.getBytes(offset, bytes);
        return new Opening(Arrays.copyOfRange(salt, saltAt, saltAt + Opening.SALT_BYTES), bytes);
    }

    /** A body that is shorter than its header says has no command; its bytes are hashed all the same. */
    private static int originBytes(DirectBuffer buffer, int offset, int length) {
        if (length < FRAME_BYTES) {
            return length;
        }
        int block = Short.toUnsignedInt(buffer.getShort(offset, ByteOrder.LITTLE_ENDIAN));
        return Math.min(length, FRAME_BYTES + block);
    }
}
