package org.gavel.exchange.audit.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** 固定比例: the best bids of the same two bidders stand in the same ratio on lot after lot. */
record FixedRatio(Thresholds thresholds) implements Screen {
    @Override
    public String name() {
        return "FIXED_RATIO";
    }

    @Override
    public String method() {
        return "Pairs whose best bids, the first of the pair against the second in thousandths, lie within "
                + thresholds.ratioBand() + " of their median ratio on " + thresholds.share() + "/1000 of at least "
                + thresholds.leastLots() + " lots. Lots on which the higher bid was just the next step after the lower"
                + " are left out: the ladder explains them.";
    }

    @Override
    public List<Flag> flags(List<LotFacts> lots) {
        List<Flag> flags = new ArrayList<>();
        Groups.pairs(lots, thresholds.leastLots()).forEach((pair, common) -> look(pair, common, flags));
        return flags;
    }

    private void look(List<Integer> pair, List<LotFacts> common, List<Flag> flags) {
        List<LotFacts> free = new ArrayList<>();
        List<Long> ratios = new ArrayList<>();
        for (LotFacts lot : common) {
            Bid one = lot.best().get(pair.get(0));
            Bid other = lot.best().get(pair.get(1));
            if (!isNextStep(one, other) && !isNextStep(other, one)) {
                free.add(lot);
                ratios.add((long) Rational.permille(one.amount(), other.amount()));
            }
        }
        if (free.size() < thresholds.leastLots()) {
            return;
        }
        long median = Rational.median(ratios);
        List<LotFacts> fixed = new ArrayList<>();
        for (int i = 0; i < free.size(); i++) {
            if (Math.abs(ratios.get(i) - median) <= thresholds.ratioBand()) {
                fixed.add(free.get(i));
            }
        }
        if (Rational.isAtLeast(fixed.size(), free.size(), thresholds.share())) {
            flags.add(new Flag(
                    name(),
                    pair,
                    free.size(),
                    fixed.size(),
                    Groups.numbers(fixed),
                    Map.of(
                            "medianPermille",
                            Long.toString(median),
                            "leftOut",
                            Integer.toString(common.size() - free.size()))));
        }
    }

    private static boolean isNextStep(Bid lower, Bid higher) {
        return lower.minimum() > 0 && higher.amount() == lower.minimum();
    }
}
