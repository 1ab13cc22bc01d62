package org.gavel.protocol.value;

import java.time.Duration;
import org.gavel.protocol.reject.Require;

/**
 * A contest (张榜招贤, 挑战赛; {@code market-rules} 2.8): the panel scores the contestants on site, then they bid in rounds
 * in which prices fall. The seller is the owner of the need and pays.
 *
 * @param start the most a price may be
 * @param rounds how many rounds of bids there are
 * @param round how long each lasts
 * @param minBidders the fewest contestants; 0 reads as 1
 */
public record ContestTerms(Money start, ScoreRule scores, int rounds, Duration round, int minBidders)
        implements PhaseTerms, ScoreTerms {
    /** The most rounds. */
    public static final int MAX_ROUNDS = 20;

    public ContestTerms {
        start = Require.present(start, "start").positive("start");
        scores = Require.present(scores, "scores");
        Require.between(rounds, 1, MAX_ROUNDS, "rounds");
        round = Require.positive(round, "round");
        minBidders = minBidders == 0 ? 1 : minBidders;
        Require.between(minBidders, 1, MAX_MIN_BIDDERS, "minBidders");
    }

    @Override
    public boolean reverse() {
        return true;
    }
}
