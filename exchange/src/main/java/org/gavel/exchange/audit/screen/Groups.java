package org.gavel.exchange.audit.screen;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which bidders met on which lots. */
final class Groups {
    /** Lots with more bidders say nothing about pairs, and would make too many of them. */
    static final int MOST_BIDDERS = 60;

    /** No more groups of a size are looked at; the most frequent pairs come first. */
    static final int MOST_GROUPS = 20_000;

    private Groups() {}

    /** Every two bidders who met on at least so many lots, with those lots in the order given. */
    static Map<List<Integer>, List<LotFacts>> pairs(List<LotFacts> lots, int least) {
        Map<Long, List<LotFacts>> met = new TreeMap<>();
        for (LotFacts lot : lots) {
            List<Integer> bidders = List.copyOf(lot.bidders());
            if (bidders.size() <= MOST_BIDDERS) {
                meet(bidders, lot, met);
            }
        }
        Map<List<Integer>, List<LotFacts>> pairs = new LinkedHashMap<>();
        met.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= least)
                .limit(MOST_GROUPS)
                .forEach(entry -> pairs.put(members(entry.getKey()), entry.getValue()));
        return pairs;
    }

    private static void meet(List<Integer> bidders, LotFacts lot, Map<Long, List<LotFacts>> met) {
        for (int i = 0; i < bidders.size(); i++) {
            for (int j = i + 1; j < bidders.size(); j++) {
                long pair = ((long) bidders.get(i) << 32) | bidders.get(j);
                met.computeIfAbsent(pair, none -> new ArrayList<>()).add(lot);
            }
        }
    }

    private static List<Integer> members(long pair) {
        return List.of((int) (pair >>> 32), (int) pair);
    }

    /** Every group with one member more than these that met on at least so many lots. */
    static Map<List<Integer>, List<LotFacts>> larger(Map<List<Integer>, List<LotFacts>> groups, int least) {
        Map<List<Integer>, List<LotFacts>> larger = new LinkedHashMap<>();
        for (Map.Entry<List<Integer>, List<LotFacts>> group : groups.entrySet()) {
            int last = group.getKey().get(group.getKey().size() - 1);
            for (int next : newcomers(group.getValue(), last)) {
                List<LotFacts> common = group.getValue().stream()
                        .filter(lot -> lot.bidders().contains(next))
                        .toList();
                if (common.size() >= least && larger.size() < MOST_GROUPS) {
                    List<Integer> members = new ArrayList<>(group.getKey());
                    members.add(next);
                    larger.put(List.copyOf(members), common);
                }
            }
        }
        return larger;
    }

    private static Set<Integer> newcomers(List<LotFacts> lots, int after) {
        Set<Integer> all = new TreeSet<>();
        lots.forEach(lot -> all.addAll(lot.bidders()));
        all.removeIf(bidder -> bidder <= after);
        return all;
    }

    /** The numbers of lots, each once, in the order given. */
    static List<Integer> numbers(List<LotFacts> lots) {
        Set<Integer> seen = new HashSet<>();
        return lots.stream().map(LotFacts::lot).filter(seen::add).toList();
    }
}
