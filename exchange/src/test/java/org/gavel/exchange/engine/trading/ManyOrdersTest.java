package org.gavel.exchange.engine.trading;

import static org.gavel.exchange.engine.trading.ManyOrders.BUYER;
import static org.gavel.exchange.engine.trading.ManyOrders.SELLER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.gavel.protocol.command.CallBook;
import org.gavel.protocol.command.CloseBook;
import org.gavel.protocol.command.OrderFields.Kind;
import org.gavel.protocol.command.Tick;
import org.gavel.protocol.value.Side;
import org.gavel.protocol.value.TimeInForce;
import org.gavel.protocol.value.TradingDay;
import org.junit.jupiter.api.Test;

/** Depth and breadth cost memory and nothing else; a storm costs what its commands cost. Counts, no times. */
class ManyOrdersTest {
    private static final int BOOKS = 100_000;
    private static final int DEPTH = 1_000_000;
    private static final int STORM = 100_000;
    private static final int ROUNDS = 40_000;

    /** What the measuring itself and the JVM may cost, in bytes, for all rounds together. */
    private static final long SLACK = 16_384;

    private final ManyOrders orders = new ManyOrders();

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    /** In one of all books: placed, moved, reduced, traded, refused and cancelled; the book is left as it was. */
    private void round(int number) {
        int book = 1 + number % BOOKS;
        orders.now++;
        long sell = orders.place(book, SELLER, Side.SELL, 50_000, 5, TimeInForce.GTC, 0);
        orders.change(Kind.MOVE, book, SELLER, sell, 49_000, 0);
        orders.change(Kind.REDUCE, book, SELLER, sell, 0, 1);
        orders.place(book, BUYER, Side.BUY, 49_000, 3, TimeInForce.IOC, 0);
        orders.place(book, BUYER, Side.BUY, 49_001, 3, TimeInForce.GTC, 0);
        orders.change(Kind.CANCEL, book, SELLER, sell, 0, 0);
    }

    @Test
    void allocatesNothingAtADepthOfAMillionInAHundredThousandBooks() {
        for (int book = 1; book <= BOOKS; book++) {
            orders.open(book, TradingDay.OPEN_END);
        }
        for (int i = 0; i < DEPTH; i++) {
            long price = 10L * (i % 2_000);
            boolean buys = i % 2 == 0;
            orders.place(
                    1,
                    buys ? BUYER : SELLER,
                    buys ? Side.BUY : Side.SELL,
                    buys ? 10 + price : 60_000 + price,
                    1,
                    TimeInForce.GTC,
                    0);
        }
        assertEquals(DEPTH, orders.accepted);
        for (int i = 0; i < BOOKS; i++) {
            round(i);
        }
        long before = allocated();
        for (int i = 0; i < ROUNDS; i++) {
            round(i % 2 == 0 ? 0 : i);
        }
        long cost = allocated() - before;
        assertTrue(cost < SLACK, cost + " bytes for " + 6 * ROUNDS + " commands");
        assertEquals(BOOKS + ROUNDS, orders.trades);
        assertEquals(BOOKS + ROUNDS, orders.rejected);
        assertEquals(BOOKS + ROUNDS, orders.ended);
        assertEquals(2 * (BOOKS + ROUNDS), orders.amended);
    }

    @Test
    void aStormOfCancelsAtTheCrossCostsWhatItsCommandsCost() {
        orders.open(1, TradingDay.OPEN_END);
        orders.staff(new CallBook(1, orders.now + 1_000, "as announced"));
        long[] idle = new long[STORM];
        for (int i = 0; i < STORM; i++) {
            orders.place(1, BUYER, Side.BUY, 2_000 + 10L * (i % 100), 1, TimeInForce.GTC, 0);
            orders.place(1, SELLER, Side.SELL, 2_000 - 10L * (i % 100), 1, TimeInForce.GTC, 0);
            idle[i] = orders.place(1, BUYER, Side.BUY, 10 + 10L * (i % 50), 1, TimeInForce.GTC, 0);
        }
        int told = orders.indicated;
        int tops = orders.tops;
        for (long order : idle) {
            orders.change(Kind.CANCEL, 1, BUYER, order, 0, 0);
        }
        assertEquals(STORM, orders.ended);
        assertEquals(told, orders.indicated, "a storm at one instant is not told order by order");
        assertEquals(tops, orders.tops);
        assertEquals(0, orders.trades);
        orders.now += 1_000;
        orders.staff(new Tick(0));
        assertEquals(STORM, orders.trades, "a trade takes out at least one order");
        assertEquals(tops + 1, orders.tops);
        assertEquals(STORM, orders.ended);
    }

    @Test
    void endsAHundredThousandOrdersAtOneInstantOnce() {
        orders.open(1, TradingDay.OPEN_END);
        long expiry = orders.now + 1_000;
        for (int i = 0; i < STORM; i++) {
            orders.place(1, BUYER, Side.BUY, 10 + 10L * (i % 50), 1, TimeInForce.GTD, expiry);
            orders.place(1, BUYER, Side.BUY, 10 + 10L * (i % 50), 1, TimeInForce.DAY, 0);
        }
        int tops = orders.tops;
        assertEquals(expiry, orders.market.nextDue());
        orders.now = expiry;
        orders.staff(new Tick(0));
        assertEquals(STORM, orders.ended);
        assertEquals(tops + 1, orders.tops);
        assertEquals(Long.MAX_VALUE, orders.market.nextDue());
        orders.staff(new CloseBook(1, "end of the day"));
        assertEquals(2 * STORM, orders.ended);
        assertEquals(tops + 2, orders.tops);
    }
}
