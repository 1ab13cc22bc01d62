package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;
import org.gavel.protocol.value.Money;

/** Gives all an order has open another price; it loses its turn where the price changes. */
public record MoveOrder(int book, int participant, long order, Money price) implements Command, OrderAct {
    public MoveOrder {
        Require.id(book, "book");
        Require.between(participant, 0, Integer.MAX_VALUE, "participant");
        PlaceOrder.order(order);
        price = Require.present(price, "price").positive("price");
    }
}
