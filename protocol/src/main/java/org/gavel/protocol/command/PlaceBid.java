package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;
import org.gavel.protocol.value.Money;

/**
 * A bid (应价/出价): binding from the moment it is accepted (Auction Law art. 36).
 *
 * @param bidder whose bid it is; 0 means the actor themself
 */
public record PlaceBid(int lot, int bidder, Money amount) implements Command, AboutLot, ParticipantAct {
    public PlaceBid {
        Require.id(lot, "lot");
        Require.between(bidder, 0, Integer.MAX_VALUE, "bidder");
        amount = Require.present(amount, "amount").positive("amount");
    }

    @Override
    public int actsFor() {
        return bidder;
    }

    @Override
    public String actsForField() {
        return "bidder";
    }
}
