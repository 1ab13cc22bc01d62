package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;

/**
 * Decides an application (资格审查). It may be decided otherwise later; what was bid before stands.
 *
 * @param qualified never absent; false: refused
 */
public record QualifyBidder(int lot, int participant, Boolean qualified, String reason) implements Command, AboutLot {
    public QualifyBidder {
        Require.id(lot, "lot");
        Require.id(participant, "participant");
        Require.present(qualified, "qualified");
        reason = Require.reason(reason);
    }
}
