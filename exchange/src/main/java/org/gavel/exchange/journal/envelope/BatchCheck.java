package org.gavel.exchange.journal.envelope;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** Says whether bytes are exactly one batch as it was sealed and, if not, where they stop being so. For one thread. */
final class BatchCheck {
    /** What the bytes are. */
    enum Verdict {
        /** A batch exactly as it was sealed. */
        VALID,
        /** Anything else. */
        DAMAGED,
        /** An intact header of a layout this version does not know. */
        UNKNOWN_FORMAT
    }

    private final CRC32C crc = new CRC32C();
    private final MessageDigest digest = BatchChain.sha256();
    private final byte[] computed = new byte[ChainHash.BYTES];
    private String what = "";
    private int flawOffset;
    private int flawRecord;

    /** Looks at every byte. */
    Verdict verify(BatchView batch) {
        Verdict verdict = verifyHeader(batch);
        if (verdict != Verdict.VALID) {
            return verdict;
        }
        return verifyRecords(batch) && verifyHashes(batch) ? Verdict.VALID : Verdict.DAMAGED;
    }

    /** Looks at the header only. */
    Verdict verifyHeader(BatchView batch) {
        flawRecord = 0;
        if (batch.length() < Envelope.MIN_BATCH_BYTES || batch.length() > Envelope.MAX_BATCH_BYTES) {
            return damaged(0, "a batch cannot have " + batch.length() + " bytes");
        }
        if (batch.intAt(0) != Envelope.MAGIC) {
            return damaged(0, "a batch should begin here");
        }
        if (batch.intAt(Envelope.HEADER_CRC_OFFSET) != Envelope.headerCrc(crc, batch.array(), batch.start())) {
            return damaged(0, "the checksum of the batch header is wrong");
        }
        if (batch.format() != Envelope.FORMAT || (batch.flags() & ~Envelope.FLAG_CHAINED) != 0) {
            fail(Envelope.FORMAT_OFFSET, "format " + batch.format() + " with flags " + batch.flags() + " is unknown");
            return Verdict.UNKNOWN_FORMAT;
        }
        return verifySize(batch);
    }

    private Verdict verifySize(BatchView batch) {
        if (batch.lengthInHeader() != batch.length()
                || batch.recordCount() < 1
                || batch.recordCount() > Envelope.MAX_BATCH_RECORDS) {
            return damaged(Envelope.RECORD_COUNT_OFFSET, "the batch header does not fit the bytes of the batch");
        }
        return Verdict.VALID;
    }

    private boolean verifyRecords(BatchView batch) {
        int offset = Envelope.BATCH_HEADER_BYTES;
        int end = batch.length() - ChainHash.BYTES;
        long timestamp = Long.MIN_VALUE;
        for (flawRecord = 0; flawRecord < batch.recordCount(); flawRecord++) {
            if (!verifyLength(batch, offset, end) || !verifyRecord(batch, offset, timestamp)) {
                return false;
            }
            timestamp = batch.longAt(offset + Envelope.RECORD_TIMESTAMP_OFFSET);
            offset += batch.intAt(offset);
        }
        flawRecord = 0;
        return offset == end || fail(offset, "the records do not fill the batch");
    }

    private boolean verifyLength(BatchView batch, int offset, int end) {
        int length = end - offset < Envelope.RECORD_HEADER_BYTES ? 0 : batch.intAt(offset);
        boolean possible = length >= Envelope.RECORD_HEADER_BYTES
                && length <= Envelope.recordBytes(Envelope.MAX_RECORD_BYTES)
                && length <= end - offset;
        return possible || fail(offset, "the length of the record is wrong");
    }

    private boolean verifyRecord(BatchView batch, int offset, long previousTimestamp) {
        int expectedCrc = Envelope.recordCrc(crc, batch.array(), batch.start() + offset, batch.intAt(offset));
        if (batch.intAt(offset + Envelope.RECORD_CRC_OFFSET) != expectedCrc) {
            return fail(offset, "the checksum of the record is wrong");
        }
        if (batch.longAt(offset + Envelope.RECORD_SEQUENCE_OFFSET) != batch.firstSequence() + flawRecord) {
            return fail(offset, "the record carries another sequence");
        }
        return batch.longAt(offset + Envelope.RECORD_TIMESTAMP_OFFSET) >= previousTimestamp
                || fail(offset, "the time of the record goes back");
    }

    private boolean verifyHashes(BatchView batch) {
        int hashOffset = batch.length() - ChainHash.BYTES;
        Arrays.fill(computed, (byte) 0);
        if (batch.isChained()) {
            BatchChain.hash(digest, batch.array(), batch.start(), hashOffset, computed);
        } else if (!batch.isEqual(Envelope.PREVIOUS_HASH_OFFSET, computed)) {
            return fail(Envelope.PREVIOUS_HASH_OFFSET, "a batch outside any chain names a previous one");
        }
        return batch.isEqual(hashOffset, computed) || fail(0, "the hash of the batch is wrong");
    }

    private Verdict damaged(int offset, String description) {
        fail(offset, description);
        return Verdict.DAMAGED;
    }

    private boolean fail(int offset, String description) {
        flawOffset = offset;
        what = description;
        return false;
    }

    /** What was found wrong, as a clause. */
    String what() {
        return what;
    }

    /** Where in the batch it was found. */
    int flawOffset() {
        return flawOffset;
    }

    /** The index of the first record that cannot be trusted. */
    int flawRecord() {
        return flawRecord;
    }
}
