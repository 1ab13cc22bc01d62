package org.gavel.protocol.value;

/** What terms of phases that are decided by scores have in common; such a phase is its lot's only one. */
public interface ScoreTerms {
    /** The most bidders a minimum may ask for. */
    int MAX_MIN_BIDDERS = 1_000;

    /** The least amount that counts, the most where prices fall. */
    Money start();

    ScoreRule scores();

    /** Fewer bidders than this, and the lot passes without a price being opened (招标投标法 art. 28). */
    int minBidders();
}
