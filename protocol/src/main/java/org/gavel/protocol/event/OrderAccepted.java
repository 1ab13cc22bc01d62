package org.gavel.protocol.event;

import com.fasterxml.jackson.annotation.JsonView;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Side;
import org.gavel.protocol.value.TimeInForce;

/**
 * An order was taken; what it does at once follows. Everybody sees its number, only its owner and the venue whose it is.
 *
 * @param order its number: the sequence of the command that placed it
 * @param price fen a unit; 0 for a market order
 * @param quantity units
 * @param expiresAt of a GTD order, microseconds since 1970, else 0
 * @param held fen held for it; 0 for an order to sell, which holds its units
 */
public record OrderAccepted(
        int book,
        long order,
        Side side,
        Money price,
        long quantity,
        @JsonView(Faces.Private.class) int participant,
        @JsonView(Faces.Private.class) TimeInForce timeInForce,
        @JsonView(Faces.Private.class) long expiresAt,
        @JsonView(Faces.Private.class) boolean cancelOnDisconnect,
        @JsonView(Faces.Private.class) Money held,
        @JsonView(Faces.Private.class) ClientId cid)
        implements BookEvent {
    @Override
    public int owner() {
        return participant;
    }
}
