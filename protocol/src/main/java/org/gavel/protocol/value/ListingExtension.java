package org.gavel.protocol.value;

import org.gavel.protocol.reject.Require;

/**
 * How a disclosure that found too few parties is extended by itself (自动延牌).
 *
 * @param days working days of one cycle; 0 where it never is
 * @param mostCycles how often, 1 to {@value #MAX_CYCLES}
 * @param until a cycle that would end later does not begin; 1970-01-01 where no day limits it
 * @param fewerThan it is extended with fewer qualified parties than this: 1 with none, 2 also with one
 */
public record ListingExtension(int days, int mostCycles, Day until, int fewerThan) {
    /** The most cycles. */
    public static final int MAX_CYCLES = 1_000;

    /** No day limits it. */
    public static final Day ANY_DAY = new Day(0);

    /** Never extended. */
    public static final ListingExtension NONE = new ListingExtension(0, 0, ANY_DAY, 0);

    public ListingExtension {
        until = until == null ? ANY_DAY : until;
        boolean never = mostCycles == 0 && fewerThan == 0 && until.equals(ANY_DAY);
        if (days != 0 || !never) {
            Require.between(days, 1, ListingTerms.MAX_DAYS, "extension.days");
            Require.between(mostCycles, 1, MAX_CYCLES, "extension.mostCycles");
            fewerThan = fewerThan == 0 ? 1 : fewerThan;
            Require.between(fewerThan, 1, SaleBasis.MAX_MIN_BIDDERS, "extension.fewerThan");
        }
    }

    /** Whether the day is within what is announced. */
    public boolean reaches(Day last) {
        return until.equals(ANY_DAY) || last.compareTo(until) <= 0;
    }
}
