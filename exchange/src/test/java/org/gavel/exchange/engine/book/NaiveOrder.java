package org.gavel.exchange.engine.book;

import java.util.Comparator;
import org.gavel.protocol.value.SelfTrade;

/** An order of the naive book. */
final class NaiveOrder {
    /** Who trades first on one side: market orders, then better prices, then whoever came first. */
    static final Comparator<NaiveOrder> TURN = Comparator.comparing((NaiveOrder order) -> !order.market)
            .thenComparing(order -> order.market ? 0 : order.buys ? -order.price : order.price)
            .thenComparing(order -> order.turn);

    long id;
    int participant;
    boolean buys;
    boolean market;
    long price;
    long open;
    long expiresAt;
    boolean postOnly;
    SelfTrade selfTrade = SelfTrade.ALLOWED;
    boolean day;

    /** The connection whose end ends it, or 0. */
    long session;

    /** When it got its place in the queue. */
    long turn;

    /** When it came. */
    long came;

    /** Whether others can trade with it. */
    boolean rests;

    long heldMoney() {
        return buys ? price * open : 0;
    }

    long heldUnits() {
        return buys ? 0 : open;
    }

    boolean allows(long other) {
        return buys ? other <= price : other >= price;
    }
}
