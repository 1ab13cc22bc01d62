package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;

/**
 * 撤销: the sale of a lot is void, be it running or, while objections can be made, awarded; needs a second person. The
 * award of a deal, too, and one sale from an offer at a fixed price.
 *
 * @param reason such as the objection that was upheld; it is published
 */
public record VoidLot(int lot, String reason) implements Command, AboutLot, TwoPersonAct {
    public VoidLot {
        Require.id(lot, "lot");
        reason = Require.reason(reason);
    }
}
