package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;
import org.gavel.protocol.value.JointPurchaseTerms;

/**
 * Pledges to take shares of a joint purchase (技术筹) if it succeeds; their whole price is held.
 *
 * @param participant who pledges; 0 means the actor themself
 */
public record PledgeShares(int lot, int participant, int shares) implements Command, DealAct {
    public PledgeShares {
        Require.id(lot, "lot");
        Require.between(participant, 0, Integer.MAX_VALUE, "participant");
        Require.between(shares, 1, JointPurchaseTerms.MAX_SHARES, "shares");
    }
}
