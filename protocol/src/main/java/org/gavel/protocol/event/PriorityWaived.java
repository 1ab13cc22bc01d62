package org.gavel.protocol.event;

import com.fasterxml.jackson.annotation.JsonView;

/**
 * A holder of a right of first refusal gave it up: said no, said nothing in time, or was not admitted when asked.
 *
 * @param paddle 0 where the holder has none, because their deposit is not held
 */
public record PriorityWaived(
        int lot, @JsonView(Faces.Private.class) int bidder, int paddle, int rank) implements LotEvent {
    @Override
    public int owner() {
        return bidder;
    }
}
