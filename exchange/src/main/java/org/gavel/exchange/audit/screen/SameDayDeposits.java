package org.gavel.exchange.audit.screen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** 保证金同日: the deposits of the same two bidders are held together on lot after lot, while others come at other times. */
record SameDayDeposits(Thresholds thresholds) implements Screen {
    private static final int MICROS_A_MILLI = 1000;
    private static final int LEAST_ENTRANTS = 4;

    @Override
    public String name() {
        return "SAME_DAY_DEPOSITS";
    }

    @Override
    public String method() {
        return "Pairs whose deposits were held within "
                + thresholds.depositWindow().toMinutes() + " min of each other on " + thresholds.share()
                + "/1000 of at least " + thresholds.leastLots() + " lots. Lots with fewer than " + LEAST_ENTRANTS
                + " deposits, and those on which half of them or more came within the same time, are left out:"
                + " they say nothing about a pair.";
    }

    @Override
    public List<Flag> flags(List<LotFacts> lots) {
        Map<List<Integer>, List<LotFacts>> pairs = Groups.pairs(lots, thresholds.leastLots());
        List<Flag> flags = new ArrayList<>();
        pairs.forEach((pair, common) -> look(pair, common, flags));
        return flags;
    }

    private void look(List<Integer> pair, List<LotFacts> common, List<Flag> flags) {
        List<LotFacts> telling = common.stream()
                .filter(lot -> pair.stream().allMatch(lot.deposits()::containsKey))
                .filter(lot -> isTelling(pair, lot))
                .toList();
        List<LotFacts> together = telling.stream()
                .filter(lot ->
                        isNear(lot.deposits().get(pair.get(0)), lot.deposits().get(pair.get(1))))
                .toList();
        if (telling.size() >= thresholds.leastLots()
                && Rational.isAtLeast(together.size(), telling.size(), thresholds.share())) {
            Map<String, String> figures = new LinkedHashMap<>();
            figures.put("leftOut", Integer.toString(common.size() - telling.size()));
            flags.add(new Flag(name(), pair, telling.size(), together.size(), Groups.numbers(together), figures));
        }
    }

    /** Fewer than half of a lot's deposits come around the first of the pair's. */
    private boolean isTelling(List<Integer> pair, LotFacts lot) {
        long at = lot.deposits().get(pair.get(0));
        long near = lot.deposits().values().stream()
                .filter(other -> isNear(at, other))
                .count();
        return lot.deposits().size() >= LEAST_ENTRANTS
                && 2 * near <= lot.deposits().size();
    }

    private boolean isNear(long one, long other) {
        return Math.abs(one - other) <= thresholds.depositWindow().toMillis() * MICROS_A_MILLI;
    }
}
