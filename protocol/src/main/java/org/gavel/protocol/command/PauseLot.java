package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;

/** The clerk interrupts bidding; the lot keeps exactly the time it has left. */
public record PauseLot(int lot, String reason) implements Command, AboutLot {
    public PauseLot {
        Require.id(lot, "lot");
        reason = Require.reason(reason);
    }
}
