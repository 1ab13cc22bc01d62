package org.gavel.exchange.sealing;

/**
 * An envelope as it stands in the journal.
 *
 * @param number its place in the lot's order
 */
public record SubmittedEnvelope(int bidder, int paddle, String commitment, int number, String ciphertext) {}
