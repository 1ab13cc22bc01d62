package org.gavel.protocol.event;

import com.fasterxml.jackson.annotation.JsonView;
import org.gavel.protocol.value.Money;

/**
 * A sealed bid was opened and fits its commitment.
 *
 * @param valid whether it counts: high enough for its round
 */
public record EnvelopeOpened(
        int lot, @JsonView(Faces.Private.class) int bidder, int paddle, Money amount, boolean valid)
        implements LotEvent {
    @Override
    public int owner() {
        return bidder;
    }
}
