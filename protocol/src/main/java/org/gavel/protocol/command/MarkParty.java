package org.gavel.protocol.command;

import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;
import org.gavel.protocol.value.ExclusionCause;

/**
 * Puts on record why a participant, and whoever is the same legal person, may not take part in the sale of a lot.
 *
 * @param cause {@code CONSIGNOR_AGENT STAFF RELATED_PARTY DEFAULTER}, or {@code NONE} to take the mark away
 */
public record MarkParty(int lot, int participant, ExclusionCause cause, String reason) implements Command, AboutLot {
    public MarkParty {
        Require.id(lot, "lot");
        Require.id(participant, "participant");
        Require.present(cause, "cause");
        if (cause != ExclusionCause.NONE && !cause.isMark()) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "cause", "is not one a party is marked with");
        }
        reason = Require.reason(reason);
    }
}
