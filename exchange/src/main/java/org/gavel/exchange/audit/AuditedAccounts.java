package org.gavel.exchange.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.gavel.protocol.event.BookOpened;
import org.gavel.protocol.event.DepositCredited;
import org.gavel.protocol.event.DepositForfeited;
import org.gavel.protocol.event.DepositHeld;
import org.gavel.protocol.event.DepositReleased;
import org.gavel.protocol.event.DepositWithdrawn;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.OrderAccepted;
import org.gavel.protocol.event.OrderAmended;
import org.gavel.protocol.event.OrderEnded;
import org.gavel.protocol.event.OrdersTraded;
import org.gavel.protocol.event.UnitsCredited;
import org.gavel.protocol.value.Side;

/** What everybody has of money and of units, told from the events that moved it. Takes them in order; single-threaded. */
final class AuditedAccounts {
    private final Map<Integer, Balance> money = new TreeMap<>();
    private final Map<Integer, Map<String, Balance>> units = new TreeMap<>();
    private final Map<Integer, String> assets = new HashMap<>();
    private final Map<Long, Order> orders = new HashMap<>();

    /** An open order: what it holds is fen where it buys, else the units open. */
    private static final class Order {
        private final int participant;
        private final String asset;
        private final boolean buys;
        private long open;
        private long held;

        Order(int participant, String asset, boolean buys) {
            this.participant = participant;
            this.asset = asset;
            this.buys = buys;
        }
    }

    void take(Event event) {
        if (event instanceof BookOpened opened) {
            assets.put(opened.book(), opened.asset());
        } else if (event instanceof UnitsCredited credited) {
            units(credited.participant(), credited.asset(), credited.quantity(), 0);
        } else if (event instanceof OrderAccepted accepted) {
            accept(accepted);
        } else if (event instanceof OrdersTraded traded) {
            trade(traded);
        } else if (event instanceof OrderAmended amended) {
            Order order = orders.get(amended.order());
            hold(order, amended.held().fen(), amended.quantity());
        } else if (event instanceof OrderEnded ended) {
            hold(orders.remove(ended.order()), 0, 0);
        } else {
            deposit(event);
        }
    }

    private void deposit(Event event) {
        if (event instanceof DepositCredited e) {
            money(e.participant(), e.amount().fen(), 0, 0);
        } else if (event instanceof DepositWithdrawn e) {
            money(e.participant(), -e.amount().fen(), 0, 0);
        } else if (event instanceof DepositHeld e) {
            money(e.participant(), -e.amount().fen(), e.amount().fen(), 0);
        } else if (event instanceof DepositReleased e) {
            money(e.participant(), e.amount().fen(), -e.amount().fen(), 0);
        } else if (event instanceof DepositForfeited e) {
            money(e.participant(), 0, -e.amount().fen(), e.amount().fen());
        }
    }

    private void money(int participant, long free, long held, long forfeited) {
        money.put(participant, money.getOrDefault(participant, Balance.EMPTY).plus(free, held, forfeited));
    }

    private void units(int participant, String asset, long free, long held) {
        Map<String, Balance> own = units.computeIfAbsent(participant, none -> new TreeMap<>());
        own.put(asset, own.getOrDefault(asset, Balance.EMPTY).plus(free, held, 0));
    }

    private void accept(OrderAccepted event) {
        Order order = new Order(event.participant(), assets.get(event.book()), event.side() == Side.BUY);
        orders.put(event.order(), order);
        hold(order, event.held().fen(), event.quantity());
    }

    /** From now on so many units of the order are open, and so many fen are held for them where it buys. */
    private void hold(Order order, long fen, long open) {
        if (order.buys) {
            money(order.participant, order.held - fen, fen - order.held, 0);
            order.held = fen;
        } else {
            units(order.participant, order.asset, order.open - open, open - order.open);
        }
        order.open = open;
    }

    private void trade(OrdersTraded event) {
        Order buy = orders.get(event.buyOrder());
        Order sell = orders.get(event.sellOrder());
        long amount = event.amount().fen();
        long released = event.released().fen();
        money(buy.participant, released, -amount - released, 0);
        money(sell.participant, amount, 0, 0);
        units(sell.participant, sell.asset, 0, -event.quantity());
        units(buy.participant, buy.asset, event.quantity(), 0);
        buy.held -= amount + released;
        fill(event.buyOrder(), buy, event.quantity());
        fill(event.sellOrder(), sell, event.quantity());
    }

    private void fill(long number, Order order, long quantity) {
        order.open -= quantity;
        if (order.open == 0) {
            orders.remove(number);
        }
    }

    /** Whose open order this is; 0 where none has the number. */
    int owner(long order) {
        Order open = orders.get(order);
        return open == null ? 0 : open.participant;
    }

    /** Everybody who ever had money with the venue, by their numbers. */
    Map<Integer, Balance> money() {
        return Map.copyOf(money);
    }

    /** Everybody who ever had units, by their numbers, and their assets. */
    Map<Integer, Map<String, Balance>> units() {
        return Map.copyOf(units);
    }
}
