package org.gavel.exchange.audit.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** 陪标: somebody bids often, never wins, never comes near the price, and it is nearly always the same one who wins. */
record NeverSerious(Thresholds thresholds) implements Screen {
    @Override
    public String name() {
        return "NEVER_SERIOUS";
    }

    @Override
    public String method() {
        return "Bidders who bid on " + thresholds.leastLots() + " sold lots or more and won none, whose best bid stayed"
                + " below " + thresholds.seriousShare() + "/1000 of the winner's on " + thresholds.share()
                + "/1000 of them, and of which the same other bidder won " + thresholds.share()
                + "/1000. Lots on which prices fall are left out.";
    }

    @Override
    public List<Flag> flags(List<LotFacts> lots) {
        Map<Integer, List<LotFacts>> tried = new TreeMap<>();
        for (LotFacts lot : lots) {
            if (!lot.reverse() && lot.winner() > 0) {
                lot.bidders().forEach(bidder -> tried.computeIfAbsent(bidder, none -> new ArrayList<>())
                        .add(lot));
            }
        }
        List<Flag> flags = new ArrayList<>();
        tried.forEach((bidder, all) -> look(bidder, all, flags));
        return flags;
    }

    private void look(int bidder, List<LotFacts> all, List<Flag> flags) {
        boolean everWon = all.stream().anyMatch(lot -> lot.winners().contains(bidder));
        if (all.size() < thresholds.leastLots() || everWon) {
            return;
        }
        List<LotFacts> low = all.stream().filter(lot -> isLow(bidder, lot)).toList();
        Map<Integer, Integer> wins = new TreeMap<>();
        all.forEach(lot -> wins.merge(lot.winner(), 1, Integer::sum));
        Map.Entry<Integer, Integer> usual = wins.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(java.util.Comparator.reverseOrder())))
                .orElseThrow();
        if (Rational.isAtLeast(low.size(), all.size(), thresholds.share())
                && Rational.isAtLeast(usual.getValue(), all.size(), thresholds.share())) {
            flags.add(new Flag(
                    name(),
                    List.of(bidder, usual.getKey()),
                    all.size(),
                    low.size(),
                    Groups.numbers(low),
                    Map.of("wonBySecondParty", Integer.toString(usual.getValue()))));
        }
    }

    private boolean isLow(int bidder, LotFacts lot) {
        Map<Integer, Bid> best = lot.best();
        Bid winning = best.get(lot.winner());
        return winning != null
                && !Rational.isAtLeast(best.get(bidder).amount(), winning.amount(), thresholds.seriousShare());
    }
}
