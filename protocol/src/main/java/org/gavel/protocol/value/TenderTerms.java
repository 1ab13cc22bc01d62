package org.gavel.protocol.value;

import java.time.Duration;

/** What the two sealed tenders decided by scores have in common. */
public interface TenderTerms extends ScoreTerms {
    /** Whether the lowest price is the best. */
    boolean reverse();

    /** How long envelopes are taken. */
    Duration submission();

    /** How long price envelopes may be opened. */
    Duration reveal();

    /** Whether a technical proposal comes before the price envelope. */
    default boolean asksForProposals() {
        return false;
    }

    /** The most winners. */
    default int maxAwards() {
        return 1;
    }

    /** The least score of a winner, in hundredths of a point. */
    default int minScore() {
        return 0;
    }
}
