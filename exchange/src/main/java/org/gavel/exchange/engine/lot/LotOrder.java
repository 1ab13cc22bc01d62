package org.gavel.exchange.engine.lot;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Lots in order of their numbers, whatever order they came in. To add one costs the same however many there are; who asks
 * for all of them pays for the sorting of what came out of order since the last time.
 */
final class LotOrder {
    private static final Comparator<Lot> BY_NUMBER = Comparator.comparingInt(Lot::number);
    private static final int FIRST_SIZE = 64;

    private Lot[] lots = new Lot[FIRST_SIZE];
    private int size;
    private boolean sorted = true;

    void add(Lot lot) {
        if (size == lots.length) {
            lots = Arrays.copyOf(lots, size * 2);
        }
        sorted &= size == 0 || lots[size - 1].number() < lot.number();
        lots[size++] = lot;
    }

    /** All of these; those that a snapshot brought are not among the added. */
    List<Lot> of(Collection<Lot> all) {
        if (size != all.size()) {
            lots = all.toArray(new Lot[Math.max(FIRST_SIZE, all.size())]);
            size = all.size();
            sorted = false;
        }
        if (!sorted) {
            Arrays.sort(lots, 0, size, BY_NUMBER);
            sorted = true;
        }
        return Collections.unmodifiableList(Arrays.asList(lots).subList(0, size));
    }
}
