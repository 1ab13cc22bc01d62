package org.gavel.protocol.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.function.Supplier;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.junit.jupiter.api.Test;

/** Terms of phases decided by scores refuse what contradicts itself. */
final class ScoreRuleTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Money PRICE = new Money(100);

    private static ScoreRule rule(int price, int quality) {
        return new ScoreRule(price, quality, 0, MINUTE, 0);
    }

    private static void expectBad(Supplier<?> terms) {
        InvalidValue refused = assertThrows(InvalidValue.class, terms::get);
        assertEquals(RejectReason.BAD_FIELD, refused.reason());
    }

    private static ChallengeTerms challenge(Duration submission, int minBidders, int maxAwards, int minScore) {
        return new ChallengeTerms(PRICE, submission, MINUTE, rule(1, 9_999), minBidders, maxAwards, minScore);
    }

    @Test
    void weightsMakeAHundredPercent() {
        rule(6_000, 4_000);
        expectBad(() -> rule(6_000, 4_001));
        expectBad(() -> rule(6_000, 3_999));
    }

    @Test
    void bothPriceAndQualityWeighSomething() {
        expectBad(() -> rule(0, 10_000));
        expectBad(() -> rule(10_000, 0));
        expectBad(() -> rule(-1, 10_001));
    }

    @Test
    void limitsAreKept() {
        expectBad(() -> new ScoreRule(6_000, 4_000, 10_001, MINUTE, 0));
        expectBad(() -> new ScoreRule(6_000, 4_000, 0, Duration.ZERO, 0));
        expectBad(() -> new ScoreRule(6_000, 4_000, 0, MINUTE, ScoreRule.MAX_EXTENSIONS + 1));
    }

    @Test
    void aTenderHasAtLeastOneWinnerAndOneBidder() {
        assertEquals(challenge(MINUTE, 1, 1, 0), challenge(MINUTE, 0, 0, 0));
        expectBad(() -> challenge(MINUTE, 1, -1, 0));
        expectBad(() -> challenge(MINUTE, 1, ChallengeTerms.MAX_AWARDS + 1, 0));
        expectBad(() -> challenge(MINUTE, -1, 1, 0));
        expectBad(() -> challenge(MINUTE, ScoreTerms.MAX_MIN_BIDDERS + 1, 1, 0));
        expectBad(() -> challenge(MINUTE, 1, 1, ScoreRule.BEST + 1));
        expectBad(() -> challenge(Duration.ZERO, 1, 1, 0));
    }

    @Test
    void aSaleAndAContestKeepTheirLimits() {
        expectBad(() -> new ScoredTerms(PRICE, Duration.ZERO, MINUTE, rule(1, 9_999), 1));
        expectBad(() -> new ScoredTerms(PRICE, MINUTE, Duration.ZERO, rule(1, 9_999), 1));
        expectBad(() -> new ContestTerms(PRICE, rule(1, 9_999), 0, MINUTE, 1));
        expectBad(() -> new ContestTerms(PRICE, rule(1, 9_999), ContestTerms.MAX_ROUNDS + 1, MINUTE, 1));
        expectBad(() -> new ContestTerms(PRICE, rule(1, 9_999), 3, Duration.ZERO, 1));
    }
}
