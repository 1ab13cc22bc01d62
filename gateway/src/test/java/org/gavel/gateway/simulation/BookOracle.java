package org.gavel.gateway.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gavel.protocol.event.BookCrossed;
import org.gavel.protocol.event.BookEvent;
import org.gavel.protocol.event.BookOpened;
import org.gavel.protocol.event.BookPhaseBegun;
import org.gavel.protocol.event.OrderAccepted;
import org.gavel.protocol.event.OrderAmended;
import org.gavel.protocol.event.OrderEnded;
import org.gavel.protocol.event.OrdersTraded;
import org.gavel.protocol.event.Taker;
import org.gavel.protocol.event.UnitsCredited;
import org.gavel.protocol.value.BookPhase;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Side;

/** What must hold of a unit book, its money and its units, counted from its events alone. */
final class BookOracle {
    /** An order that rests, or is about to. */
    static final class Order {
        final long number;
        final int participant;
        final Side side;
        private final boolean tied;
        private long limit;
        private long open;
        private long held;

        Order(OrderAccepted taken) {
            number = taken.order();
            participant = taken.participant();
            side = taken.side();
            tied = taken.cancelOnDisconnect();
            limit = taken.price().fen();
            open = taken.quantity();
            held = taken.held().fen();
        }

        boolean isMarket() {
            return limit == 0;
        }

        long open() {
            return open;
        }
    }

    private final Map<Integer, Long> free;
    private final Map<Long, Order> orders = new TreeMap<>();
    private final Set<Long> taken = new HashSet<>();
    private final Map<Integer, Long> freeUnits = new HashMap<>();
    private final List<OrdersTraded> cross = new ArrayList<>();
    private BookPhase phase = BookPhase.CLOSED;
    private long credited;
    private long trades;

    /** @param free fen of each participant that nothing holds, shared with whoever follows the lots */
    BookOracle(Map<Integer, Long> free) {
        this.free = free;
    }

    void on(UnitsCredited units) {
        credited += units.quantity();
        freeUnits.merge(units.participant(), units.quantity(), Long::sum);
        assertEquals(unitsOf(units.participant()), units.balance(), "the units of an account are what came and went");
    }

    void on(BookEvent event) {
        if (event instanceof BookOpened) {
            assertTrue(taken.isEmpty(), "a book is opened before it takes orders");
        } else if (event instanceof BookPhaseBegun begun) {
            phase = begun.phase();
        } else if (event instanceof OrderAccepted accepted) {
            accept(accepted);
        } else if (event instanceof OrderAmended amended) {
            amend(amended);
        } else if (event instanceof OrdersTraded traded) {
            trade(traded);
        } else if (event instanceof OrderEnded ended) {
            end(ended);
        } else if (event instanceof BookCrossed crossed) {
            cross(crossed);
        }
    }

    private void accept(OrderAccepted accepted) {
        assertTrue(taken.add(accepted.order()), "an order is taken once");
        assertTrue(phase == BookPhase.CONTINUOUS || phase == BookPhase.CALL, () -> "no orders while " + phase);
        Order order = new Order(accepted);
        assertNull(orders.put(order.number, order));
        hold(order, order.held, order.open);
    }

    private void hold(Order order, long fen, long units) {
        if (order.side == Side.BUY) {
            assertTrue(
                    free.merge(order.participant, -fen, Long::sum) >= 0, "nobody orders with money that is not there");
        } else {
            assertTrue(freeUnits.merge(order.participant, -units, Long::sum) >= 0, "nobody sells what is not there");
        }
    }

    private void amend(OrderAmended amended) {
        Order order = mine(amended.order(), amended.participant());
        hold(order, amended.held().fen() - order.held, amended.quantity() - order.open);
        order.limit = amended.price().fen();
        order.open = amended.quantity();
        order.held = amended.held().fen();
    }

    private Order mine(long number, int participant) {
        Order order = orders.get(number);
        assertNotNull(order, () -> "order " + number + " is open");
        assertEquals(order.participant, participant, "an order keeps its owner");
        return order;
    }

    private void trade(OrdersTraded traded) {
        assertEquals(++trades, traded.trade(), "trades are counted");
        Order buy = mine(traded.buyOrder(), traded.buyer());
        Order sell = mine(traded.sellOrder(), traded.seller());
        long price = traded.price().fen();
        assertTrue(buy.isMarket() || price <= buy.limit, "nobody buys above their limit");
        assertTrue(price >= sell.limit, "nobody sells below their limit");
        assertEquals(price * traded.quantity(), traded.amount().fen());
        boolean crosses = traded.taker() == Taker.NOBODY;
        assertEquals(crosses ? BookPhase.CALL : BookPhase.CONTINUOUS, phase, "trades belong to a phase");
        if (crosses) {
            cross.add(traded);
        }
        long paid = traded.amount().fen() + traded.released().fen();
        buy.held -= paid;
        assertTrue(buy.held >= 0, "a trade costs no more than was held");
        free.merge(buy.participant, traded.released().fen(), Long::sum);
        free.merge(sell.participant, traded.amount().fen(), Long::sum);
        freeUnits.merge(buy.participant, traded.quantity(), Long::sum);
        fill(buy, traded.quantity());
        fill(sell, traded.quantity());
    }

    private void fill(Order order, long quantity) {
        order.open -= quantity;
        assertTrue(order.open >= 0, "no order trades more than it has open");
        if (order.open == 0) {
            assertEquals(0, order.held, "a filled order holds nothing");
            orders.remove(order.number);
        }
    }

    private void end(OrderEnded ended) {
        Order order = mine(ended.order(), ended.participant());
        assertEquals(order.open, ended.quantity(), "what is open ends");
        assertEquals(order.held, ended.released().fen(), "all that was held is free again");
        hold(order, -order.held, -order.open);
        orders.remove(order.number);
    }

    private void cross(BookCrossed crossed) {
        long volume = 0;
        for (OrdersTraded traded : cross) {
            assertEquals(crossed.price(), traded.price(), "a cross has one price");
            volume += traded.quantity();
        }
        assertEquals(crossed.volume(), volume, "a cross tells what it traded");
        cross.clear();
    }

    /** Whatever one record caused has been told. */
    void settled() {
        assertTrue(cross.isEmpty(), "trades of a call are told with their cross");
        assertEquals(
                credited, freeUnits.keySet().stream().mapToLong(this::unitsOf).sum(), "units are conserved");
        if (phase == BookPhase.CONTINUOUS) {
            assertTrue(best(Side.BUY) < best(Side.SELL), "whoever can trade has traded");
        }
    }

    private long unitsOf(int participant) {
        long units = freeUnits.getOrDefault(participant, 0L);
        for (Order order : orders.values()) {
            units += order.participant == participant && order.side == Side.SELL ? order.open : 0;
        }
        return units;
    }

    private long best(Side side) {
        long best = side == Side.BUY ? 0 : Money.MAX_FEN;
        for (Order order : orders.values()) {
            if (order.side == side && !order.isMarket()) {
                best = side == Side.BUY ? Math.max(best, order.limit) : Math.min(best, order.limit);
            }
        }
        return best;
    }

    /** Fen held for all open orders. */
    long held() {
        return orders.values().stream().mapToLong(order -> order.held).sum();
    }

    /** Whether the book ever took an order of this number: one that was acknowledged must be here, open or not. */
    boolean took(long number) {
        return taken.contains(number);
    }

    List<Order> ordersOf(int participant) {
        return orders.values().stream()
                .filter(order -> order.participant == participant)
                .toList();
    }

    /** Nobody is connected: nothing rests that was to end with its connection. */
    void nobodyIsConnected() {
        List<Long> left = orders.values().stream()
                .filter(order -> order.tied)
                .map(order -> order.number)
                .toList();
        assertEquals(List.of(), left, "orders that were to end with their connection");
    }

    long trades() {
        return trades;
    }
}
