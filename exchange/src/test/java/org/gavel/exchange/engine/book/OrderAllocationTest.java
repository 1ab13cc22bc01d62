package org.gavel.exchange.engine.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.gavel.protocol.reject.RejectReason;
import org.junit.jupiter.api.Test;

/** The hot path: orders placed, moved, traded, reduced, cancelled and crossed allocate nothing in steady state. */
class OrderAllocationTest {
    private static final int ROUNDS = 60_000;

    /** What the measuring itself and the JVM may cost, in bytes, for all rounds together. */
    private static final long SLACK = 16_384;

    private final TradedUnits units =
            new TradedUnits().limits(1, 1_000_000).rich(1).rich(2);
    private final Counter counter = new Counter();
    private long id;

    /** Counts events. */
    private static final class Counter extends SilentBookSink {
        private int trades;
        private int crosses;
        private int others;

        @Override
        public void traded(
                int instrument,
                long price,
                long quantity,
                long maker,
                int makerParticipant,
                long taker,
                int takerParticipant,
                boolean takerBuys,
                long released) {
            trades++;
        }

        @Override
        public void crossed(
                int instrument,
                long price,
                long quantity,
                long buyOrder,
                int buyer,
                long sellOrder,
                int seller,
                long released) {
            crosses++;
        }

        @Override
        void other() {
            others++;
        }
    }

    private void place(int participant, boolean buys, long price, long quantity, long expiresAt) {
        NewOrder order =
                units.in.limit(++id, participant, buys, price, quantity).expiresAt(expiresAt);
        assertEquals(RejectReason.NONE, units.desk.checkPlace(units.book, order, 0));
        units.desk.acceptPlace(units.book, order, counter);
    }

    /** Leaves the book as it was. */
    private void round(int number) {
        long middle = 500_000L + number % 20_000;
        place(1, false, middle + 10, 10, number + 1L);
        place(2, true, middle - 10, 10, Long.MAX_VALUE);
        assertEquals(RejectReason.NONE, units.desk.checkMove(units.book, id, 2, middle - 300));
        units.desk.acceptMove(units.book, middle - 300, counter);
        place(2, true, middle + 10, 4, Long.MAX_VALUE);
        assertEquals(RejectReason.NONE, units.desk.checkReduce(units.book, id - 1, 2, 5));
        units.desk.acceptReduce(units.book, 5, counter);
        units.auction.acceptCall(units.book, counter);
        place(1, false, middle - 400, 2, Long.MAX_VALUE);
        assertEquals(RejectReason.NONE, units.auction.checkCross(units.book));
        units.auction.acceptCross(units.book, counter);
        units.desk.ends().expire(units.book, number + 1L, counter);
        units.desk.ends().cancelAll(units.book, 2, counter);
    }

    @Test
    void ordersAllocateNothing() {
        for (int i = 0; i < ROUNDS; i++) {
            round(i);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = ROUNDS; i < 2 * ROUNDS; i++) {
            round(i);
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < SLACK, allocated + " bytes for " + 8 * ROUNDS + " commands");
        assertEquals(2 * ROUNDS, counter.trades);
        assertEquals(2 * ROUNDS, counter.crosses);
        assertTrue(counter.others > 2 * ROUNDS);
        assertTrue(units.book.bids().isEmpty() && units.book.asks().isEmpty());
    }
}
