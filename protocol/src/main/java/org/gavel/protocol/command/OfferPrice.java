package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;
import org.gavel.protocol.value.Money;

/**
 * Offers more than before in a listing (报价): a public quote where the lot's first phase is Quotes, else an offer for
 * the agreement with an only party.
 *
 * @param participant who offers; 0 means the actor themself
 */
public record OfferPrice(int listing, int participant, Money amount) implements Command, AboutListing, ParticipantAct {
    public OfferPrice {
        Require.id(listing, "listing");
        Require.between(participant, 0, Integer.MAX_VALUE, "participant");
        amount = Require.present(amount, "amount").positive("amount");
    }

    @Override
    public int actsFor() {
        return participant;
    }
}
