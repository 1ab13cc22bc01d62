package org.gavel.exchange.audit.screen;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** 轮流中标: two to four bidders who meet again and again win in turns. */
record Rotation(Thresholds thresholds) implements Screen {
    private static final int LARGEST_RING = 4;

    @Override
    public String name() {
        return "ROTATION";
    }

    @Override
    public String method() {
        return "Groups of 2 to " + LARGEST_RING + " who all bid on the same " + thresholds.leastTurns()
                + " lots or more (at least twice their number), win " + thresholds.share()
                + "/1000 of those among themselves, each as often as the others give or take one, and of whose"
                + " successive wins " + thresholds.share() + "/1000 form complete turns.";
    }

    @Override
    public List<Flag> flags(List<LotFacts> lots) {
        List<Flag> flags = new ArrayList<>();
        Map<List<Integer>, List<LotFacts>> groups = Groups.pairs(lots, thresholds.leastTurns());
        for (int size = 2; size <= LARGEST_RING && !groups.isEmpty(); size++) {
            groups.forEach((ring, common) -> look(ring, common, flags));
            groups = Groups.larger(groups, thresholds.leastTurns());
        }
        return flags;
    }

    private void look(List<Integer> ring, List<LotFacts> common, List<Flag> flags) {
        List<LotFacts> won =
                common.stream().filter(lot -> ring.contains(lot.winner())).toList();
        int size = ring.size();
        int turns = won.size() - size + 1;
        boolean isEnough = won.size() >= Math.max(thresholds.leastTurns(), 2 * size)
                && Rational.isAtLeast(won.size(), common.size(), thresholds.share());
        if (!isEnough || !isBalanced(ring, won)) {
            return;
        }
        int complete = 0;
        for (int i = 0; i < turns; i++) {
            HashSet<Integer> winners = new HashSet<>();
            won.subList(i, i + size).forEach(lot -> winners.add(lot.winner()));
            complete += winners.size() == size ? 1 : 0;
        }
        if (Rational.isAtLeast(complete, turns, thresholds.share())) {
            flags.add(new Flag(
                    name(),
                    ring,
                    turns,
                    complete,
                    Groups.numbers(won),
                    Map.of(
                            "commonLots", Integer.toString(common.size()),
                            "wonByGroup", Integer.toString(won.size()))));
        }
    }

    private static boolean isBalanced(List<Integer> ring, List<LotFacts> won) {
        List<Long> wins = ring.stream()
                .map(member ->
                        won.stream().filter(lot -> lot.winner() == member).count())
                .sorted()
                .toList();
        return wins.get(wins.size() - 1) - wins.get(0) <= 1;
    }
}
