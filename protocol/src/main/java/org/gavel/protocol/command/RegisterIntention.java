package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;
import org.gavel.protocol.value.Money;

/**
 * Registers an intention to buy (意向登记) with a listing, one by one while it is disclosed.
 *
 * @param participant who intends to; 0 means the actor themself
 * @param offer what they would pay, or zero for the list price; never public before the sale
 * @param related whether they declare themselves related to the seller or the completer (利害关系人)
 */
public record RegisterIntention(int listing, int participant, Money offer, boolean related)
        implements Command, AboutListing, ParticipantAct {
    public RegisterIntention {
        Require.id(listing, "listing");
        Require.between(participant, 0, Integer.MAX_VALUE, "participant");
        offer = offer == null ? Money.ZERO : offer;
    }

    @Override
    public int actsFor() {
        return participant;
    }
}
