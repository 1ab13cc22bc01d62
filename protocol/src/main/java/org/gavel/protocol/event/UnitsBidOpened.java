package org.gavel.protocol.event;

import com.fasterxml.jackson.annotation.JsonView;
import org.gavel.protocol.value.Money;

/**
 * An offer for units is public, its phase being closed; they come in the order in which they are served.
 *
 * @param price the most that was offered for each unit
 * @param number its place in the order of the phase's bids, which decides between equal prices
 */
public record UnitsBidOpened(
        int lot, @JsonView(Faces.Private.class) int bidder, int paddle, long units, Money price, int number)
        implements LotEvent {
    @Override
    public int owner() {
        return bidder;
    }
}
