package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;
import org.gavel.protocol.value.Money;

/**
 * Orders at the fixed price of an offer (技术淘). The first accepted order has it; binding at once.
 *
 * @param lot the offer's number
 * @param participant who buys; 0 means the actor themself
 * @param price the announced price, said once more by who pays it
 */
public record BuyNow(int lot, int participant, Money price) implements Command, DealAct {
    public BuyNow {
        Require.id(lot, "lot");
        Require.between(participant, 0, Integer.MAX_VALUE, "participant");
        price = Require.present(price, "price").positive("price");
    }
}
