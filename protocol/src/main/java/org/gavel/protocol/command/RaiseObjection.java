package org.gavel.protocol.command;

import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;

/**
 * Objects to an intended deal (异议). It is not awarded until the objection has been decided.
 *
 * @param participant who objects; 0 means the actor themself or, from the venue's staff, somebody from outside
 * @param grounds why; for the venue alone
 */
public record RaiseObjection(int lot, int participant, String grounds) implements Command, AboutLot {
    public RaiseObjection {
        Require.id(lot, "lot");
        Require.between(participant, 0, Integer.MAX_VALUE, "participant");
        grounds = Require.text(grounds, "grounds");
        if (grounds.isBlank()) {
            throw new InvalidValue(RejectReason.MISSING_FIELD, "grounds", "is required: what is objected to?");
        }
    }
}
