package org.gavel.protocol.event;

import com.fasterxml.jackson.annotation.JsonView;
import org.gavel.protocol.value.Money;

/**
 * An order has ended before it was filled; what was held for the rest is free again.
 *
 * @param quantity units that were still open
 * @param released fen that are free again; 0 for an order to sell, whose units are
 */
public record OrderEnded(
        int book,
        long order,
        long quantity,
        @JsonView(Faces.Private.class) int participant,
        @JsonView(Faces.Private.class) Ending cause,
        @JsonView(Faces.Private.class) Money released)
        implements BookEvent {
    @Override
    public int owner() {
        return participant;
    }
}
