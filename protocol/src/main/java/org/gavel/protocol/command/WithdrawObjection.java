package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;

/**
 * Takes back one's own objection to an intended deal, until it is decided. Nobody does it for another: what somebody from
 * outside takes back is decided as any other ({@link DecideObjection}).
 *
 * @param objection its number in the deal
 */
public record WithdrawObjection(int lot, int objection) implements Command, AboutLot {
    public WithdrawObjection {
        Require.id(lot, "lot");
        Require.id(objection, "objection");
    }
}
