package org.gavel.protocol.value;

import java.time.Duration;
import org.gavel.protocol.reject.Require;

/**
 * Sealed prices weighed against the quality a panel finds (权重报价; {@code auction-mechanisms} 2.12): envelopes, scores,
 * then openings. The highest price is the best.
 *
 * @param start the least amount that counts
 * @param submission how long envelopes are taken
 * @param reveal how long they may be opened after the scoring
 * @param minBidders the fewest bidders; 0 reads as 1
 */
public record ScoredTerms(Money start, Duration submission, Duration reveal, ScoreRule scores, int minBidders)
        implements PhaseTerms, TenderTerms {
    public ScoredTerms {
        start = Require.present(start, "start").positive("start");
        submission = Require.positive(submission, "submission");
        reveal = Require.positive(reveal, "reveal");
        scores = Require.present(scores, "scores");
        minBidders = minBidders == 0 ? 1 : minBidders;
        Require.between(minBidders, 1, MAX_MIN_BIDDERS, "minBidders");
    }

    @Override
    public boolean reverse() {
        return false;
    }
}
