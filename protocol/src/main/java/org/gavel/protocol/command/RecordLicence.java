package org.gavel.protocol.command;

import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;

/**
 * Puts on record that a participant may take part in the sale of a lot whose export is restricted.
 *
 * @param reference of the export licence or letter of intent (技术出口许可意向书)
 */
public record RecordLicence(int lot, int participant, String reference) implements Command, AboutLot {
    public RecordLicence {
        Require.id(lot, "lot");
        Require.id(participant, "participant");
        reference = Require.text(Require.present(reference, "reference"), "reference");
        if (reference.isBlank()) {
            throw new InvalidValue(RejectReason.MISSING_FIELD, "reference", "is required");
        }
    }
}
