package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;
import org.gavel.protocol.value.Money;

/**
 * Gives an order another price and size. It loses its turn where the price changes or the size grows.
 *
 * @param price fen a unit; left out of a market order
 * @param quantity units that shall be open
 */
public record AmendOrder(int book, int participant, long order, Money price, long quantity)
        implements Command, OrderAct {
    public AmendOrder {
        Require.id(book, "book");
        Require.between(participant, 0, Integer.MAX_VALUE, "participant");
        PlaceOrder.order(order);
        price = price == null ? Money.ZERO : price;
        PlaceOrder.quantity(quantity, "quantity");
    }
}
