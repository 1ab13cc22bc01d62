package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;

/** The lot is withdrawn (撤拍; Auction Law art. 29): nothing is sold, every deposit is released. */
public record WithdrawLot(int lot, String reason) implements Command, AboutLot {
    public WithdrawLot {
        Require.id(lot, "lot");
        reason = Require.reason(reason);
    }
}
