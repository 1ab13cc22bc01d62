package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;

/** The clerk takes an accepted bid off the lot: a compensating record that needs a second person. */
public record UndoBid(int lot, int number, String reason) implements Command, AboutLot, TwoPersonAct {
    public UndoBid {
        Require.id(lot, "lot");
        Require.id(number, "number");
        reason = Require.reason(reason);
    }
}
