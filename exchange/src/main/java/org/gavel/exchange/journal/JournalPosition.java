package org.gavel.exchange.journal;

import org.gavel.exchange.journal.envelope.ChainHash;

/**
 * The end of a journal after some batch.
 *
 * @param sequence of the last record, 0 before the first
 * @param timestamp of the last record in microseconds since 1970 UTC, {@link Long#MIN_VALUE} before the first
 * @param generation that holds the last record, 0 before the first
 * @param chainHash over everything up to here
 */
public record JournalPosition(long sequence, long timestamp, int generation, ChainHash chainHash) {
    /** Before the first record of a venue. */
    public static final JournalPosition START = new JournalPosition(0, Long.MIN_VALUE, 0, ChainHash.ZERO);
}
