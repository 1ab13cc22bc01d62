package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;
import org.gavel.protocol.value.Money;

/**
 * Leaves the most a bidder will pay; the venue bids for them up to it. Binding like a bid, and secret: at rest it is
 * sealed, and nothing shows more of it than the price it led to.
 *
 * @param bidder whose maximum it is; 0 means the actor themself
 */
public record PlaceMaximum(int lot, int bidder, Money maximum) implements Command, PhaseAct {
    public PlaceMaximum {
        Require.id(lot, "lot");
        Require.between(bidder, 0, Integer.MAX_VALUE, "bidder");
        maximum = Require.present(maximum, "maximum").positive("maximum");
    }

    /** Never shows the maximum, wherever it is printed. */
    @Override
    public String toString() {
        return "PlaceMaximum[lot=" + lot + ", bidder=" + bidder + "]";
    }
}
