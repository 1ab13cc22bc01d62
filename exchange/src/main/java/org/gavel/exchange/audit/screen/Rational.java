package org.gavel.exchange.audit.screen;

import java.util.List;

/** The arithmetic of the screens: whole numbers, rounding half up, nothing divided by zero. */
final class Rational {
    private static final int THOUSAND = 1000;

    private Rational() {}

    /** Thousandths of a part in a whole, rounded half up; 0 of nothing. */
    static int permille(long part, long whole) {
        if (whole == 0) {
            return 0;
        }
        return (int) ((2 * THOUSAND * part + whole) / (2 * whole));
    }

    /** Whether the part is at least so many thousandths of the whole, exactly; never of nothing. */
    static boolean isAtLeast(long part, long whole, int permille) {
        return whole > 0 && part * THOUSAND >= whole * permille;
    }

    /** The middle value, of an even number the lower one of the two; only of a list that is not empty. */
    static long median(List<Long> values) {
        List<Long> sorted = values.stream().sorted().toList();
        return sorted.get((sorted.size() - 1) / 2);
    }
}
