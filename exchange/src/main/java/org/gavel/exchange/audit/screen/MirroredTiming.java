package org.gavel.exchange.audit.screen;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** 报价时间镜像: one bidder answers another always after the same time, as one hand would. */
record MirroredTiming(Thresholds thresholds) implements Screen {
    private static final int LEAST_LOTS = 3;
    private static final int MICROS_A_MILLI = 1000;

    /** How long after a bid another bidder's next one came. */
    private record Reaction(long micros, LotFacts lot) {}

    @Override
    public String name() {
        return "MIRRORED_TIMING";
    }

    @Override
    public String method() {
        return "Ordered pairs of whom the second answers the first's bid directly " + thresholds.leastReactions()
                + " times or more on " + LEAST_LOTS + " lots or more, " + thresholds.share()
                + "/1000 of the times within " + thresholds.timingBand().toMillis()
                + " ms of the median delay. Online bids only.";
    }

    @Override
    public List<Flag> flags(List<LotFacts> lots) {
        Map<Long, List<Reaction>> reactions = new TreeMap<>();
        lots.forEach(lot -> collect(lot, reactions));
        List<Flag> flags = new ArrayList<>();
        reactions.forEach((pair, all) -> look(List.of((int) (pair >>> 32), (int) (long) pair), all, flags));
        return flags;
    }

    private static void collect(LotFacts lot, Map<Long, List<Reaction>> reactions) {
        for (int i = 1; i < lot.bids().size(); i++) {
            Bid before = lot.bids().get(i - 1);
            Bid bid = lot.bids().get(i);
            if (before.online() && bid.online() && before.participant() != bid.participant()) {
                long pair = ((long) before.participant() << 32) | bid.participant();
                reactions
                        .computeIfAbsent(pair, none -> new ArrayList<>())
                        .add(new Reaction(bid.at() - before.at(), lot));
            }
        }
    }

    private void look(List<Integer> pair, List<Reaction> all, List<Flag> flags) {
        long lots =
                all.stream().map(reaction -> reaction.lot().lot()).distinct().count();
        if (all.size() < thresholds.leastReactions() || lots < LEAST_LOTS) {
            return;
        }
        long median = Rational.median(all.stream().map(Reaction::micros).toList());
        Duration band = thresholds.timingBand();
        List<Reaction> near = all.stream()
                .filter(reaction -> Math.abs(reaction.micros() - median) <= band.toNanos() / MICROS_A_MILLI)
                .toList();
        if (Rational.isAtLeast(near.size(), all.size(), thresholds.share())) {
            TreeSet<Integer> where = new TreeSet<>();
            near.forEach(reaction -> where.add(reaction.lot().lot()));
            flags.add(new Flag(
                    name(),
                    pair,
                    all.size(),
                    near.size(),
                    List.copyOf(where),
                    Map.of("medianMillis", Long.toString(median / MICROS_A_MILLI))));
        }
    }
}
