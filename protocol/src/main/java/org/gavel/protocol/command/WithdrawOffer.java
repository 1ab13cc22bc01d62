package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;

/**
 * Takes one's offer for a need back, until both sides have said yes.
 *
 * @param participant whose; 0 means the actor themself
 */
public record WithdrawOffer(int lot, int participant) implements Command, DealAct {
    public WithdrawOffer {
        Require.id(lot, "lot");
        Require.between(participant, 0, Integer.MAX_VALUE, "participant");
    }
}
