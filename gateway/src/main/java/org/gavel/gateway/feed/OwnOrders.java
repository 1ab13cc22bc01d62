package org.gavel.gateway.feed;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.gavel.exchange.api.KeptState;
import org.gavel.protocol.event.BookEvent;
import org.gavel.protocol.event.OrderAccepted;
import org.gavel.protocol.event.OrderAmended;
import org.gavel.protocol.event.OrderEnded;
import org.gavel.protocol.event.OrderFilled;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Side;

/** One participant's open orders in unit books and what is held for them. For the feed's thread. */
final class OwnOrders implements KeptState {
    /** The most orders a snapshot names; all of them count in what is held. */
    static final int MOST = 1_000;

    private final Map<Long, Order> open = new TreeMap<>();
    private long held;

    private static final class Order implements KeptState {
        private final OrderAccepted terms;
        private Money price;
        private long quantity;
        private long held;

        Order(OrderAccepted terms) {
            this.terms = terms;
            this.price = terms.price();
            this.quantity = terms.quantity();
            this.held = terms.held().fen();
        }

        void writeTo(ObjectNode tree) {
            tree.put("book", terms.book())
                    .put("order", terms.order())
                    .put("side", terms.side().name())
                    .put("price", price.toString())
                    .put("quantity", quantity)
                    .put("held", Long.toString(held))
                    .put("timeInForce", terms.timeInForce().name())
                    .put("expiresAt", terms.expiresAt())
                    .put("cancelOnDisconnect", terms.cancelOnDisconnect())
                    .put("cid", terms.cid().toString());
        }
    }

    void on(BookEvent event) {
        if (event instanceof OrderAccepted accepted) {
            open.put(accepted.order(), new Order(accepted));
            held += accepted.held().fen();
        } else if (event instanceof OrderAmended amended) {
            Order order = open.get(amended.order());
            order.price = amended.price();
            order.quantity = amended.quantity();
            hold(order, amended.held().fen());
        } else if (event instanceof OrderEnded ended) {
            hold(open.remove(ended.order()), 0);
        }
    }

    void on(OrderFilled fill) {
        Order order = open.get(fill.order());
        order.quantity -= fill.quantity();
        boolean buys = fill.side() == Side.BUY;
        hold(order, buys ? order.held - fill.amount().fen() - fill.released().fen() : 0);
        if (order.quantity == 0) {
            open.remove(fill.order());
        }
    }

    private void hold(Order order, long amount) {
        held += amount - order.held;
        order.held = amount;
    }

    /** Fen held for all of them. */
    long held() {
        return held;
    }

    /**
     * Units of each asset that orders offer.
     *
     * @param assets what is traded in each book
     */
    Map<String, Long> offered(Map<Integer, String> assets) {
        Map<String, Long> offered = new TreeMap<>();
        for (Order order : open.values()) {
            if (order.terms.side() == Side.SELL) {
                offered.merge(assets.get(order.terms.book()), order.quantity, Long::sum);
            }
        }
        return offered;
    }

    /** Adds {@code heldForOrders}, the open {@code orders} and whether they are all of them. */
    void writeTo(ObjectNode tree) {
        tree.put("heldForOrders", Long.toString(held)).put("ordersComplete", open.size() <= MOST);
        ArrayNode orders = tree.putArray("orders");
        open.values().stream().limit(MOST).forEach(order -> order.writeTo(orders.addObject()));
    }
}
