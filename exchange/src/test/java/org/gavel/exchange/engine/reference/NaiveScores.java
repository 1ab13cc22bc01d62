package org.gavel.exchange.engine.reference;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.ScoreRule;

/** Weighted scores as one would work them out by hand: fractions of points, and the best taken out again and again. */
final class NaiveScores {
    /** Who offers what, with the panel's finding; earlier offers come first in lists. */
    record Offer(int bidder, Money price, int quality) {}

    /** A fraction of points. */
    record Points(BigInteger over, BigInteger under) {
        Points times(long number, long by) {
            return new Points(over.multiply(BigInteger.valueOf(number)), under.multiply(BigInteger.valueOf(by)));
        }

        Points plus(Points other) {
            return new Points(over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
        }

        boolean isAbove(Points other) {
            return over.multiply(other.under).compareTo(other.over.multiply(under)) > 0;
        }

        /** Ten-thousandths: twice as many, one more, and half of that, rounded down, is half up. */
        long tenThousandths() {
            return over.multiply(BigInteger.valueOf(20_000))
                    .divide(under)
                    .add(BigInteger.ONE)
                    .shiftRight(1)
                    .longValueExact();
        }
    }

    private static final Points HUNDRED = new Points(BigInteger.valueOf(100), BigInteger.ONE);

    private final ScoreRule rule;
    private final boolean falling;

    NaiveScores(ScoreRule rule, boolean falling) {
        this.rule = rule;
        this.falling = falling;
    }

    Points points(Offer offer, List<Offer> all) {
        long best = offer.price().fen();
        for (Offer other : all) {
            long price = other.price().fen();
            best = falling ? Math.min(best, price) : Math.max(best, price);
        }
        long own = offer.price().fen();
        Points price = falling ? HUNDRED.times(best, own) : HUNDRED.times(own, best);
        Points quality = HUNDRED.times(offer.quality(), 10_000);
        return price.times(rule.priceWeight(), 10_000).plus(quality.times(rule.qualityWeight(), 10_000));
    }

    /** Best first. */
    List<Offer> ranked(List<Offer> offers) {
        List<Offer> left = new ArrayList<>(offers);
        List<Offer> ranked = new ArrayList<>();
        while (!left.isEmpty()) {
            Offer best = left.get(0);
            for (Offer other : left) {
                best = isBetter(other, best, offers) ? other : best;
            }
            left.remove(best);
            ranked.add(best);
        }
        return ranked;
    }

    /** An equal one that comes later is not better. */
    private boolean isBetter(Offer one, Offer other, List<Offer> all) {
        Points mine = points(one, all);
        Points theirs = points(other, all);
        if (mine.isAbove(theirs) || theirs.isAbove(mine)) {
            return mine.isAbove(theirs);
        }
        int compared = one.price().compareTo(other.price());
        return falling ? compared < 0 : compared > 0;
    }
}
