package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;

/**
 * Puts on record how an objection was decided, by whom the announced procedure names; needs a second person. One that is
 * upheld ends the deal.
 *
 * @param objection its number in the deal
 * @param upheld never absent: true ends the deal
 * @param reason who decided and why; it is published
 */
public record DecideObjection(int lot, int objection, Boolean upheld, String reason)
        implements Command, AboutLot, TwoPersonAct {
    public DecideObjection {
        Require.id(lot, "lot");
        Require.id(objection, "objection");
        Require.present(upheld, "upheld");
        reason = Require.reason(reason);
    }
}
