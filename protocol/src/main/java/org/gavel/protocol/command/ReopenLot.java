package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;

/** The clerk takes the hammer back while it is provisional; needs a second person. */
public record ReopenLot(int lot, String reason) implements Command, AboutLot, TwoPersonAct {
    public ReopenLot {
        Require.id(lot, "lot");
        reason = Require.reason(reason);
    }
}
