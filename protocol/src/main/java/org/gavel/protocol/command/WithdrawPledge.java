package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;

/**
 * Takes one's pledge back, until the announced time.
 *
 * @param participant whose; 0 means the actor themself
 */
public record WithdrawPledge(int lot, int participant) implements Command, DealAct {
    public WithdrawPledge {
        Require.id(lot, "lot");
        Require.between(participant, 0, Integer.MAX_VALUE, "participant");
    }
}
