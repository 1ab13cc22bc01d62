package org.gavel.protocol.event;

import com.fasterxml.jackson.annotation.JsonView;
import org.gavel.protocol.value.Money;

/** A holder of a right of first refusal matched the price and leads; follows the {@code BidAccepted} of the match. */
public record PriorityExercised(
        int lot, @JsonView(Faces.Private.class) int bidder, int paddle, int rank, Money amount) implements LotEvent {
    @Override
    public int owner() {
        return bidder;
    }
}
