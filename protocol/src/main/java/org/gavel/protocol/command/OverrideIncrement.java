package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;
import org.gavel.protocol.value.Money;

/** The clerk sets the increment that holds from the next bid on. */
public record OverrideIncrement(int lot, Money step, String reason) implements Command, AboutLot {
    public OverrideIncrement {
        Require.id(lot, "lot");
        step = Require.present(step, "step").positive("step");
        reason = Require.reason(reason);
    }
}
