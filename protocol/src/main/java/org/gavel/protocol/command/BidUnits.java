package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;
import org.gavel.protocol.value.Money;

/**
 * Bids for units of a divided lot. Binding like a bid, and secret until its phase is over: at rest it is sealed,
 * and no event shows it before.
 *
 * @param bidder whose bid it is; 0 means the actor themself
 * @param units how many: offered for, or under a clock what is wanted from now on, 0 to leave; never absent, since
 *     leaving must be said
 * @param price for each unit: the most that is offered, or under a clock up to which price what was wanted before still
 *     is; zero there names none
 */
public record BidUnits(int lot, int bidder, Long units, Money price) implements Command, PhaseAct {
    public BidUnits {
        Require.id(lot, "lot");
        Require.between(bidder, 0, Integer.MAX_VALUE, "bidder");
        Require.between(Require.present(units, "units"), 0, Require.MAX_NUMBER, "units");
        price = price == null ? Money.ZERO : price;
    }

    /** Never shows units or price, wherever it is printed. */
    @Override
    public String toString() {
        return "BidUnits[lot=" + lot + ", bidder=" + bidder + "]";
    }
}
