package org.gavel.exchange.recovery;

import org.gavel.exchange.journal.JournalPosition;

/**
 * What a recovery has read and proved, before anything is written: whoever must refuse it (another venue's settings,
 * ledger or log) refuses it now.
 *
 * @param venue the name in its genesis; empty where there is no record yet
 * @param openedAt the time of its genesis, microseconds since 1970; 0 where there is no record yet
 * @param end its last record
 */
public record FoundJournal(String venue, long openedAt, JournalPosition end) {}
