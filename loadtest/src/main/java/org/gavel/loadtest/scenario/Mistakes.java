package org.gavel.loadtest.scenario;

import java.util.SplittableRandom;

/** The small share of bids that break a rule on purpose, so that a rehearsal sees refusals too. */
final class Mistakes {
    private final int perMille;
    private final SplittableRandom random;

    Mistakes(int perMille, SplittableRandom random) {
        this.perMille = perMille;
        this.random = random;
    }

    boolean due() {
        return random.nextInt(1_000) < perMille;
    }

    /** An amount that is too low or off the increment, within the valuation; 0 where there is none. */
    long wrong(Lot lot, long valuationFen) {
        long minimum = lot.nextMinimumFen();
        boolean steps = lot.priceFen() > 0 && !lot.terms().anyRaise() && minimum - lot.priceFen() > 1;
        boolean off = random.nextBoolean() && steps && minimum < valuationFen;
        return off ? minimum + 1 : minimum - 1;
    }
}
