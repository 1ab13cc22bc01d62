package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;

/**
 * The clerk calls the price for the first, second or third time.
 *
 * @param reason may be empty
 */
public record CallLot(int lot, int stage, String reason) implements Command, AboutLot {
    public CallLot {
        Require.id(lot, "lot");
        Require.between(stage, 1, 3, "stage");
        reason = reason == null || reason.isBlank() ? "" : Require.reason(reason);
    }
}
