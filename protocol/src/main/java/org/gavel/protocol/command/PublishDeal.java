package org.gavel.protocol.command;

import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;
import org.gavel.protocol.value.PublicityPlace;

/**
 * Puts on record that an intended deal is public from now on in one of the two places (公示). The days are counted from the
 * day on which it is public in both.
 *
 * @param reference where it can be seen, such as the notice's number; it is published
 */
public record PublishDeal(int lot, PublicityPlace place, String reference) implements Command, AboutLot {
    public PublishDeal {
        Require.id(lot, "lot");
        place = Require.present(place, "place");
        reference = Require.text(Require.present(reference, "reference"), "reference");
        if (reference.isBlank()) {
            throw new InvalidValue(RejectReason.MISSING_FIELD, "reference", "is required: where can it be seen?");
        }
    }
}
