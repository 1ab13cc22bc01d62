package org.gavel.protocol.value;

import java.time.Duration;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;

/**
 * How price and quality make a score of at most 100 points (权重报价; {@code auction-mechanisms} 2.12):
 * {@code priceWeight x price / best price + qualityWeight x quality}, and {@code best price / price} where prices fall.
 *
 * @param priceWeight in basis points; both weights together are 10,000
 * @param qualityWeight in basis points
 * @param minQuality hundredths of a point of quality; who has less is out, 0: nobody is
 * @param scoring how long the panel's scores are taken
 * @param extensions how often that time begins anew while a score is missing
 */
public record ScoreRule(int priceWeight, int qualityWeight, int minQuality, Duration scoring, int extensions) {
    /** The best quality and the best score, in hundredths of a point. */
    public static final int BEST = 10_000;

    /** The most times the panel may be given more time. */
    public static final int MAX_EXTENSIONS = 10;

    private static final int WHOLE = 10_000;

    public ScoreRule {
        Require.between(priceWeight, 1, WHOLE - 1, "scores.priceWeight");
        Require.between(qualityWeight, 1, WHOLE - 1, "scores.qualityWeight");
        if (priceWeight + qualityWeight != WHOLE) {
            throw new InvalidValue(
                    RejectReason.BAD_FIELD, "scores.qualityWeight", "must make 10000 together with priceWeight");
        }
        Require.between(minQuality, 0, BEST, "scores.minQuality");
        scoring = Require.positive(scoring, "scores.scoring");
        Require.between(extensions, 0, MAX_EXTENSIONS, "scores.extensions");
    }
}
