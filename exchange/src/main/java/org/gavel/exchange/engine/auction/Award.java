package org.gavel.exchange.engine.auction;

import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Share;

/**
 * One winner of a lot.
 *
 * @param price what they pay in fen: for the lot, or for each unit
 * @param units how many units, or 0 where the lot is not divided
 */
public record Award(int bidder, long price, long units) {
    /** What they pay in all, in fen. A phase that divides its lot bounds prices so that this is an amount. */
    public long total() {
        return units == 0 ? price : Math.multiplyExact(price, units);
    }

    /** Which of so many winners this is, from 1, and what they have of the lot. */
    public Share share(int place, int winners) {
        return new Share(place, winners, units, units == 0 ? Money.ZERO : new Money(price));
    }
}
