package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;

/** An announced lot opens at another time, microseconds since 1970, or when the clerk opens it (0). */
public record PostponeLot(int lot, long until, String reason) implements Command, AboutLot {
    public PostponeLot {
        Require.id(lot, "lot");
        Require.between(until, 0, Require.MAX_NUMBER, "until");
        reason = Require.reason(reason);
    }
}
