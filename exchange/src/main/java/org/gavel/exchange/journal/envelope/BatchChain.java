package org.gavel.exchange.journal.envelope;

import static org.gavel.exchange.journal.envelope.Envelope.ORDER;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.agrona.concurrent.UnsafeBuffer;

/** Seals batches: fills in their headers and binds each by SHA-256 to all before it. For one thread. */
public final class BatchChain {
    private final boolean chained;
    private final byte[] hash = new byte[ChainHash.BYTES];
    private final MessageDigest digest = sha256();
    private final CRC32C crc = new CRC32C();

    private BatchChain(boolean chained, ChainHash previous) {
        this.chained = chained;
        previous.copyTo(hash, 0);
    }

    /** A chain that goes on after a hash. */
    public static BatchChain after(ChainHash previous) {
        return new BatchChain(true, previous);
    }

    /** No chain: batches have checksums only. */
    public static BatchChain unchained() {
        return new BatchChain(false, ChainHash.ZERO);
    }

    /** The hash of the last sealed batch. */
    public ChainHash hash() {
        return ChainHash.at(hash, 0);
    }

    /** Completes the records' checksums, the header and the hash of a batch that is not empty. */
    public void seal(BatchBuffer batch, int generation) {
        UnsafeBuffer buffer = batch.buffer();
        sum(batch, buffer);
        buffer.putInt(0, Envelope.MAGIC, ORDER);
        buffer.putShort(Envelope.FORMAT_OFFSET, (short) Envelope.FORMAT, ORDER);
        buffer.putShort(Envelope.FLAGS_OFFSET, (short) (chained ? Envelope.FLAG_CHAINED : 0), ORDER);
        buffer.putInt(Envelope.RECORD_COUNT_OFFSET, batch.recordCount(), ORDER);
        buffer.putInt(Envelope.RECORD_BYTES_OFFSET, batch.recordBytes(), ORDER);
        buffer.putLong(Envelope.FIRST_SEQUENCE_OFFSET, batch.firstSequence(), ORDER);
        buffer.putInt(Envelope.GENERATION_OFFSET, generation, ORDER);
        buffer.putInt(Envelope.HEADER_CRC_OFFSET, Envelope.headerCrc(crc, batch.array(), 0), ORDER);
        bind(batch.array(), batch.length() - ChainHash.BYTES);
    }

    private void sum(BatchBuffer batch, UnsafeBuffer buffer) {
        for (int index = 0; index < batch.recordCount(); index++) {
            int start = batch.offsetOf(index);
            int sum = Envelope.recordCrc(crc, batch.array(), start, buffer.getInt(start, ORDER));
            buffer.putInt(start + Envelope.RECORD_CRC_OFFSET, sum, ORDER);
        }
    }

    private void bind(byte[] bytes, int hashOffset) {
        System.arraycopy(hash, 0, bytes, Envelope.PREVIOUS_HASH_OFFSET, ChainHash.BYTES);
        if (!chained) {
            Arrays.fill(bytes, hashOffset, hashOffset + ChainHash.BYTES, (byte) 0);
            return;
        }
        hash(digest, bytes, 0, hashOffset, hash);
        System.arraycopy(hash, 0, bytes, hashOffset, ChainHash.BYTES);
    }

    /** Digests a range into a hash that is reused. */
    static void hash(MessageDigest digest, byte[] bytes, int offset, int length, byte[] hash) {
        digest.reset();
        digest.update(bytes, offset, length);
        try {
            digest.digest(hash, 0, ChainHash.BYTES);
        } catch (DigestException e) {
            throw new IllegalStateException("a hash of 32 bytes must hold a SHA-256", e);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must provide SHA-256", e);
        }
    }
}
