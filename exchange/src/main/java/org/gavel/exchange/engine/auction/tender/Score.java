package org.gavel.exchange.engine.auction.tender;

import java.math.BigInteger;
import org.gavel.protocol.value.ScoreRule;

/** A weighted score as an exact fraction of millionths of a point, the denominator above zero. */
record Score(BigInteger numerator, BigInteger denominator) implements Comparable<Score> {
    private static final long MILLIONTHS_IN_HUNDREDTH = 10_000;
    private static final long MILLIONTHS_IN_TEN_THOUSANDTH = 100;

    /** The score of an offer, against the best price; amounts are fen, the quality hundredths of a point. */
    static Score of(ScoreRule rule, boolean reverse, long best, long amount, int quality) {
        BigInteger given = BigInteger.valueOf(amount);
        BigInteger bestGiven = BigInteger.valueOf(best);
        BigInteger whole = reverse ? given : bestGiven;
        BigInteger part = reverse ? bestGiven : given;
        long ofPrice = rule.priceWeight() * MILLIONTHS_IN_HUNDREDTH;
        long ofQuality = (long) rule.qualityWeight() * quality;
        BigInteger sum = part.multiply(BigInteger.valueOf(ofPrice)).add(whole.multiply(BigInteger.valueOf(ofQuality)));
        return new Score(sum, whole);
    }

    @Override
    public int compareTo(Score other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    boolean isAtLeast(int hundredths) {
        long millionths = hundredths * MILLIONTHS_IN_HUNDREDTH;
        return numerator.compareTo(denominator.multiply(BigInteger.valueOf(millionths))) >= 0;
    }

    /** Ten-thousandths of a point, half up. */
    long tenThousandths() {
        BigInteger unit = denominator.multiply(BigInteger.valueOf(MILLIONTHS_IN_TEN_THOUSANDTH));
        BigInteger doubled = numerator.shiftLeft(1).add(unit);
        return doubled.divide(unit.shiftLeft(1)).longValueExact();
    }
}
