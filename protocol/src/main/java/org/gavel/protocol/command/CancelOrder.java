package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;

/** Ends what is open of an order. In every phase. */
public record CancelOrder(int book, int participant, long order) implements Command, OrderAct {
    public CancelOrder {
        Require.id(book, "book");
        Require.between(participant, 0, Integer.MAX_VALUE, "participant");
        PlaceOrder.order(order);
    }
}
