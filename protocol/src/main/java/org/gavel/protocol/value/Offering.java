package org.gavel.protocol.value;

import java.time.Duration;
import java.util.List;
import org.gavel.protocol.reject.Require;

/**
 * What is offered, and beside what.
 *
 * @param group lots of the same group above 0 close together: what extends one extends the others
 * @param items what a package (成果包) consists of, at most 64; all of it is sold as one
 * @param objections how long after the award an upheld objection can annul it (公示期); zero: not at all
 */
public record Offering(int group, List<LotItem> items, Duration objections) {
    /** The most items a package may have. */
    public static final int MAX_ITEMS = 64;

    /** A lot of its own, one thing, awarded for good. */
    public static final Offering PLAIN = new Offering(0, List.of(), Duration.ZERO);

    public Offering {
        Require.between(group, 0, Integer.MAX_VALUE, "offering.group");
        items = Require.list(items, 0, MAX_ITEMS, "offering.items");
        objections = Require.duration(objections, "offering.objections");
    }

    /** Leaves PLAIN unwritten, as it was before there were others: the bytes of old journals stay the same. */
    public static final class UnlessPlain {
        @Override
        public boolean equals(Object offering) {
            return PLAIN.equals(offering);
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }
}
