package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;

/** The clerk lets the hammer fall after the third call (Auction Law arts 50, 51). */
public record HammerLot(int lot, String reason) implements Command, AboutLot {
    public HammerLot {
        Require.id(lot, "lot");
        reason = Require.reason(reason);
    }
}
