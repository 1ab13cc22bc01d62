package org.gavel.protocol.event;

import com.fasterxml.jackson.annotation.JsonView;
import org.gavel.protocol.value.Money;

/**
 * An order has another price or size; what it does at once follows.
 *
 * @param price fen a unit; 0 for a market order
 * @param quantity units open now
 * @param keptPriority whether it keeps its turn among orders of its price
 * @param held fen held for it now; 0 for an order to sell
 */
public record OrderAmended(
        int book,
        long order,
        Money price,
        long quantity,
        boolean keptPriority,
        @JsonView(Faces.Private.class) int participant,
        @JsonView(Faces.Private.class) Money held)
        implements BookEvent {
    @Override
    public int owner() {
        return participant;
    }
}
