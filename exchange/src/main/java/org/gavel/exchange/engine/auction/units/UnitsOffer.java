package org.gavel.exchange.engine.auction.units;

import java.util.Comparator;
import org.gavel.exchange.engine.state.StateWriter;

/**
 * One bidder's offer for units of a divided lot.
 *
 * @param price the most for each unit, in fen
 * @param number its place in the order of all offers
 */
record UnitsOffer(int bidder, long units, long price, int number) {
    /** The dearer first, of equal prices the earlier. */
    static final Comparator<UnitsOffer> BEST_FIRST =
            Comparator.comparingLong(UnitsOffer::price).reversed().thenComparing(UnitsOffer::number);

    void writeTo(StateWriter out) {
        out.put(bidder).put(units).put(price).put(number);
    }
}
