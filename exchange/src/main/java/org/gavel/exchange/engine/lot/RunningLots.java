package org.gavel.exchange.engine.lot;

import java.util.List;
import java.util.TreeSet;

/** The numbers of the lots for which time runs: each lot says when it begins to run and when it stops. */
final class RunningLots {
    private final TreeSet<Integer> numbers = new TreeSet<>();

    void moved(int lot, LotState from, LotState to) {
        if (to.isRunning()) {
            numbers.add(lot);
        } else if (from.isRunning()) {
            numbers.remove(lot);
        }
    }

    boolean isAny() {
        return !numbers.isEmpty();
    }

    List<Integer> inOrder() {
        return List.copyOf(numbers);
    }
}
