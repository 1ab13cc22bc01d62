package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;

/** The clerk lets a paused lot go on with the time it had left. */
public record ResumeLot(int lot, String reason) implements Command, AboutLot {
    public ResumeLot {
        Require.id(lot, "lot");
        reason = Require.reason(reason);
    }
}
