package org.gavel.exchange.journal;

/**
 * What a complete verification of a journal found.
 *
 * @param end after the last valid batch: what to open the next generation with
 * @param watermarkSequence what was acknowledged at least; never beyond {@code end}
 * @param generations that hold at least one batch
 * @param emptyGenerations directories of starts that crashed before their first batch
 * @param batches verified
 * @param records verified
 * @param bytes of the verified batches
 * @param droppedBytes of an unfinished last batch beyond the watermark that are not part of the journal
 * @param dropped where and why they were dropped, in one sentence, or empty
 */
public record JournalReport(
        JournalPosition end,
        long watermarkSequence,
        int generations,
        int emptyGenerations,
        long batches,
        long records,
        long bytes,
        long droppedBytes,
        String dropped) {}
