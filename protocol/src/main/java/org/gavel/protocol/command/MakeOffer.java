package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;
import org.gavel.protocol.value.Money;

/**
 * Answers a need (技术缘). The need's owner learns of price and proposal, not from whom.
 *
 * @param participant who offers; 0 means the actor themself
 * @param price what it would cost, or zero where that is to be talked about
 * @param proposal SHA-256 of the proposal's file, 64 lower-case hex digits
 */
public record MakeOffer(int lot, int participant, Money price, String proposal) implements Command, DealAct {
    public MakeOffer {
        Require.id(lot, "lot");
        Require.between(participant, 0, Integer.MAX_VALUE, "participant");
        price = price == null ? Money.ZERO : price;
        proposal = Require.sha256(proposal, "proposal");
    }
}
