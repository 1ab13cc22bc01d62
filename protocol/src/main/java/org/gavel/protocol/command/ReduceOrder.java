package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;

/** Takes units off an order, which keeps its turn; where nothing is left it is cancelled. In every phase. */
public record ReduceOrder(int book, int participant, long order, long by) implements Command, OrderAct {
    public ReduceOrder {
        Require.id(book, "book");
        Require.between(participant, 0, Integer.MAX_VALUE, "participant");
        PlaceOrder.order(order);
        PlaceOrder.quantity(by, "by");
    }
}
