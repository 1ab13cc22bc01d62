package org.gavel.exchange.audit.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** 同源: bidders on one lot who are the same legal person by the keyed hashes on record, or came over the same connection. */
record SameSource(Sources sources) implements Screen {
    @Override
    public String name() {
        return "SAME_SOURCE";
    }

    @Override
    public String method() {
        return "Pairs who bid on a lot and have the same keyed hash of identity or legal person on record, or sent"
                + " commands over the same connection of the same gateway. Network addresses are not in the journal,"
                + " so another common source is not seen. One lot is enough.";
    }

    @Override
    public List<Flag> flags(List<LotFacts> lots) {
        Map<List<Integer>, List<LotFacts>> found = new TreeMap<>(SameSource::compare);
        Groups.pairs(lots, 1).forEach((pair, common) -> {
            if (!sources.inCommon(pair.get(0), pair.get(1)).isEmpty()) {
                found.put(pair, common);
            }
        });
        List<Flag> flags = new ArrayList<>();
        found.forEach((pair, common) -> flags.add(new Flag(
                name(),
                pair,
                common.size(),
                common.size(),
                Groups.numbers(common),
                Map.of("common", String.join(", ", sources.inCommon(pair.get(0), pair.get(1)))))));
        return flags;
    }

    private static int compare(List<Integer> one, List<Integer> other) {
        int first = Integer.compare(one.get(0), other.get(0));
        return first == 0 ? Integer.compare(one.get(1), other.get(1)) : first;
    }
}
