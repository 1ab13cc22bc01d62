package org.gavel.protocol.event;

import com.fasterxml.jackson.annotation.JsonView;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Side;

/**
 * Two orders traded. Everybody sees price, quantity and the orders' numbers; all of it is for the venue alone, and each
 * side is told its own part: {@link #toBuyer}, {@link #toSeller}.
 *
 * @param trade counts the trades of the book from 1
 * @param price fen a unit
 * @param quantity units that go from the seller's account to the buyer's
 * @param amount price times quantity: fen that go from the buyer's account to the seller's
 * @param released fen the buyer had held beyond the amount, for a higher limit; free again
 */
public record OrdersTraded(
        int book,
        long trade,
        Money price,
        long quantity,
        long buyOrder,
        long sellOrder,
        Taker taker,
        @JsonView(Faces.Private.class) int buyer,
        @JsonView(Faces.Private.class) int seller,
        @JsonView(Faces.Private.class) Money amount,
        @JsonView(Faces.Private.class) Money released)
        implements BookEvent {
    /** What the buyer is told. */
    public OrderFilled toBuyer() {
        return new OrderFilled(book, buyOrder, buyer, trade, Side.BUY, price, quantity, amount, released);
    }

    /** What the seller is told. */
    public OrderFilled toSeller() {
        return new OrderFilled(book, sellOrder, seller, trade, Side.SELL, price, quantity, amount, Money.ZERO);
    }
}
