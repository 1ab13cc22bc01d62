package org.gavel.exchange.audit;

import org.gavel.exchange.journal.JournalReport;

/**
 * What a reading of a journal came to.
 *
 * @param report what the verification of envelope, chain and watermark found
 * @param basis where the outcomes come from
 * @param venue whose journal it is
 * @param digests journaled state digests that the replay equalled
 * @param last the last record told
 * @param lastAt its time, microseconds since 1970
 * @param stateHash of the whole state after the last record told; empty where nothing was replayed
 * @param told records
 */
public record CourseEnd(
        JournalReport report,
        Basis basis,
        String venue,
        long digests,
        long last,
        long lastAt,
        String stateHash,
        long told) {}
