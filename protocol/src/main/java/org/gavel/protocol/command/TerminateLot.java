package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;

/** 终结: the sale of the lot is ended for good without an award; needs a second person. */
public record TerminateLot(int lot, String reason) implements Command, AboutLot, TwoPersonAct {
    public TerminateLot {
        Require.id(lot, "lot");
        reason = Require.reason(reason);
    }
}
