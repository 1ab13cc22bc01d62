package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;

/**
 * 撤回: ends a deal that has led to nothing yet; what is held for it is released, sales made stand. Needs a second person.
 *
 * @param reason it is published
 */
public record EndDeal(int lot, String reason) implements Command, AboutLot, TwoPersonAct {
    public EndDeal {
        Require.id(lot, "lot");
        reason = Require.reason(reason);
    }
}
