package org.gavel.exchange.journal;

/**
 * A record's place in a journal: what a snapshot holds on to, so that reading can go on behind it without what is
 * older.
 *
 * @param sequence of the record
 * @param batch the journal's end after the batch that holds the record
 * @param segment the name of the file in the directory of that batch's generation
 * @param offset of that batch's document in the file
 */
public record JournalAnchor(long sequence, JournalPosition batch, String segment, long offset) {}
