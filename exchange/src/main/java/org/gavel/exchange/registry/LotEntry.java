package org.gavel.exchange.registry;

import java.util.Optional;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Title;

/**
 * A lot (标的) on record.
 *
 * @param announced where it was announced
 * @param passCause why it passed, if it did
 * @param ended where its outcome was decided, if it was
 */
public record LotEntry(
        int lot,
        Title title,
        int seller,
        String rulebook,
        Money deposit,
        Place announced,
        Outcome outcome,
        Optional<PassCause> passCause,
        Optional<Place> ended) {

    /** How a lot ended. */
    public enum Outcome {
        /** It has not ended. */
        PENDING,
        /** Sold to the highest bid. */
        AWARDED,
        /** Closed unsold (流拍). */
        PASSED,
        /** Withdrawn before it was sold. */
        WITHDRAWN
    }
}
