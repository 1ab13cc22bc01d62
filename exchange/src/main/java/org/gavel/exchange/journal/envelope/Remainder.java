package org.gavel.exchange.journal.envelope;

import java.io.IOException;

/**
 * What a file holds behind the place where its batches stop.
 *
 * @param bytes from there to the last byte that is not zero; 0 if nothing follows
 * @param laterBatch where a whole valid batch begins behind it, or -1
 * @param laterSequence the first sequence of that batch, or 0
 */
public record Remainder(long bytes, long laterBatch, long laterSequence) {
    private static final int STRIDE = 4;

    /** Whether something valid lies behind the place, so that it is a hole and not the end. */
    public boolean isHole() {
        return laterBatch >= 0;
    }

    /**
     * Looks at every aligned place for a batch that is later than the one expected. That one itself may lie there whole
     * where only what stands before it was lost: its own document's header, or the beginning of a new file.
     */
    static Remainder search(FileWindow window, long from, long expectedSequence) throws IOException {
        long end = from;
        BatchView batch = new BatchView();
        BatchCheck check = new BatchCheck();
        for (long position = from; window.has(position, STRIDE); ) {
            long written = window.skipZeros(position) & -STRIDE;
            if (!window.has(written, STRIDE) || window.intAt(written) == 0) {
                position = Math.max(written, position + STRIDE);
                continue;
            }
            end = written + STRIDE;
            if (isBatch(window, written, batch, check) && batch.firstSequence() != expectedSequence) {
                return new Remainder(end - from, written, batch.firstSequence());
            }
            position = end;
        }
        return new Remainder(end - from, -1, 0);
    }

    private static boolean isBatch(FileWindow window, long position, BatchView batch, BatchCheck check)
            throws IOException {
        if (window.intAt(position) != Envelope.MAGIC || !window.has(position, Envelope.MIN_BATCH_BYTES)) {
            return false;
        }
        batch.wrap(window.array(), window.index(position), Envelope.MIN_BATCH_BYTES);
        long length = batch.lengthInHeader();
        if (length > Envelope.MAX_BATCH_BYTES || !window.has(position, (int) length)) {
            return false;
        }
        batch.wrap(window.array(), window.index(position), (int) length);
        return check.verify(batch) == BatchCheck.Verdict.VALID;
    }
}
