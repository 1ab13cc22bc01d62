package org.gavel.protocol.command;

import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.OrderType;
import org.gavel.protocol.value.SelfTrade;
import org.gavel.protocol.value.Side;
import org.gavel.protocol.value.TimeInForce;

/**
 * An order in a unit book. Its number is the sequence of this command, which the answer names.
 *
 * @param participant whose order it is; 0 means the actor themself
 * @param type LIMIT where left out
 * @param price fen a unit; left out of a market order
 * @param timeInForce GTC where left out
 * @param expiresAt of a GTD order, microseconds since 1970; 0 of any other
 * @param postOnly refused where any of it would trade at once
 * @param selfTrade ALLOWED where left out
 * @param cancelOnDisconnect it ends when the connection it came through does
 */
public record PlaceOrder(
        int book,
        int participant,
        Side side,
        OrderType type,
        Money price,
        long quantity,
        TimeInForce timeInForce,
        long expiresAt,
        boolean postOnly,
        SelfTrade selfTrade,
        boolean cancelOnDisconnect)
        implements Command, OrderAct {
    /** The most units an order can have. */
    public static final long MAX_QUANTITY = 1_000_000_000_000L;

    public PlaceOrder {
        Require.id(book, "book");
        Require.between(participant, 0, Integer.MAX_VALUE, "participant");
        side = Require.present(side, "side");
        type = type == null ? OrderType.LIMIT : type;
        price = type == OrderType.LIMIT ? Require.present(price, "price").positive("price") : absent(price);
        quantity(quantity, "quantity");
        timeInForce = timeInForce == null ? TimeInForce.GTC : timeInForce;
        Require.between(expiresAt, 0, Require.MAX_NUMBER, "expiresAt");
        check(
                (timeInForce == TimeInForce.GTD) == (expiresAt != 0),
                "expiresAt",
                "goes with GTD, which needs it, and with nothing else");
        boolean mayBePostOnly = type == OrderType.LIMIT && timeInForce.rests();
        check(!postOnly || mayBePostOnly, "postOnly", "is for limit orders that may rest");
        selfTrade = selfTrade == null ? SelfTrade.ALLOWED : selfTrade;
    }

    private static Money absent(Money price) {
        check(price == null || price.fen() == 0, "price", "must be left out of a market order");
        return Money.ZERO;
    }

    private static void check(boolean holds, String field, String problem) {
        if (!holds) {
            throw new InvalidValue(RejectReason.TERMS_CLASH, field, problem);
        }
    }

    static void quantity(long quantity, String field) {
        if (quantity <= 0) {
            throw new InvalidValue(RejectReason.QUANTITY_NOT_POSITIVE, field, "is not above 0");
        }
        Require.between(quantity, 1, Require.MAX_NUMBER, field);
    }

    static void order(long order) {
        Require.between(order, 1, Require.MAX_NUMBER, "order");
    }
}
