package org.gavel.protocol.value;

import java.time.Duration;
import org.gavel.protocol.reject.Require;

/**
 * A challenge tender (揭榜比拼; {@code auction-mechanisms} 2.12, {@code market-rules} 2.8): the lot's seller is the owner of
 * a need and pays. Bidders hand in a technical proposal and a price envelope; the panel scores the proposals before a
 * price is opened. The lowest price is the best.
 *
 * @param start the most a price may be
 * @param submission how long proposals and envelopes are taken
 * @param reveal how long envelopes may be opened after the scoring
 * @param minBidders the fewest bidders; 0 reads as 1
 * @param maxAwards the most winners, who work in parallel (赛马), each for their own price; 0 reads as 1
 * @param minScore the least score of a winner, in hundredths of a point
 */
public record ChallengeTerms(
        Money start,
        Duration submission,
        Duration reveal,
        ScoreRule scores,
        int minBidders,
        int maxAwards,
        int minScore)
        implements PhaseTerms, TenderTerms {
    /** The most winners a tender may have. */
    public static final int MAX_AWARDS = 100;

    public ChallengeTerms {
        start = Require.present(start, "start").positive("start");
        submission = Require.positive(submission, "submission");
        reveal = Require.positive(reveal, "reveal");
        scores = Require.present(scores, "scores");
        minBidders = minBidders == 0 ? 1 : minBidders;
        Require.between(minBidders, 1, MAX_MIN_BIDDERS, "minBidders");
        maxAwards = maxAwards == 0 ? 1 : maxAwards;
        Require.between(maxAwards, 1, MAX_AWARDS, "maxAwards");
        Require.between(minScore, 0, ScoreRule.BEST, "minScore");
    }

    @Override
    public boolean reverse() {
        return true;
    }

    @Override
    public boolean severalWinners() {
        return maxAwards > 1;
    }

    @Override
    public boolean asksForProposals() {
        return true;
    }
}
