package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;

/** The clerk opens an announced lot that no roadshow runs. */
public record OpenLot(int lot, String reason) implements Command, AboutLot {
    public OpenLot {
        Require.id(lot, "lot");
        reason = Require.reason(reason);
    }
}
