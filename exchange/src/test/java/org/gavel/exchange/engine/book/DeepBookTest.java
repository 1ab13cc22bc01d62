package org.gavel.exchange.engine.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.gavel.protocol.reject.RejectReason;
import org.junit.jupiter.api.Test;

/** A book with more orders and price levels than there is room for at first, and again for twice as many. */
final class DeepBookTest {
    private static final int ORDERS = 40_000;
    private static final long LOWEST = 1_000_000;

    private final TradedUnits units =
            new TradedUnits().limits(1, 10_000_000).rich(1).rich(2);

    /** Room is made for an order, and in the middle of a move, for the level it goes to. */
    private void fill() {
        for (int id = 1; id <= ORDERS; id++) {
            assertEquals(RejectReason.NONE, units.ask(units.buy(id, 1, quantity(id), LOWEST + id)));
            if (id % 3 == 0) {
                assertEquals(RejectReason.NONE, units.askAmend(id - 1, 1, LOWEST + id - 1, quantity(id - 1) + 1));
                assertEquals(RejectReason.NONE, units.askAmend(id, 1, LOWEST - id, quantity(id)));
            }
            units.said.take();
        }
    }

    private static long quantity(int id) {
        return 1L + id % 7;
    }

    private static long price(long id) {
        return id % 3 == 0 ? LOWEST - id : LOWEST + id;
    }

    @Test
    void keepsEveryOrderWhileRoomIsMade() {
        fill();
        units.book.orders(true, new BookReader() {
            private long before = Long.MAX_VALUE;
            private int read;

            @Override
            public void order(long order, int participant, long price, long quantity) {
                assertEquals(price(order), price);
                assertEquals(quantity((int) order) + (order % 3 == 2 && order < ORDERS ? 1 : 0), quantity);
                assertTrue(price < before, "order " + order);
                before = price;
                read++;
                assertTrue(read <= ORDERS);
            }
        });
        assertEquals(ORDERS, units.store.orders().size());
    }

    @Test
    void tradesAllOfThemAway() {
        fill();
        long sum = 0;
        for (int id = 1; id <= ORDERS; id++) {
            sum += quantity(id) + (id % 3 == 2 && id < ORDERS ? 1 : 0);
        }
        assertEquals(RejectReason.NONE, units.ask(units.sell(ORDERS + 1L, 2, sum, 1)));
        assertTrue(units.book.bids().isEmpty() && units.book.asks().isEmpty());
        assertEquals(0, units.store.orders().size());
    }
}
