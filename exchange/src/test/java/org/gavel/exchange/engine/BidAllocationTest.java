package org.gavel.exchange.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.Role;
import org.junit.jupiter.api.Test;

/** The hot path: a bid, accepted, refused or repeated, allocates nothing, however many lots and bidders there are. */
final class BidAllocationTest {
    private static final int BIDS = 100_000;
    private static final int LOTS = 200;

    /** What the measuring itself and the JVM may cost, in bytes, for all the bids together. */
    private static final long SLACK = 16_384;

    private final MarketFixture market = MarketFixture.venue();
    private final Request request = new Request();
    private final Counter out = new Counter();
    private long cid;

    private static final class Counter implements EventSink {
        private int accepted;
        private int extended;
        private int rejected;
        private int repeated;
        private int others;

        @Override
        public void bidAccepted(
                Request asked, int lot, int bidder, int paddle, long amount, long next, int number, long closesAt) {
            accepted++;
        }

        @Override
        public void lotExtended(int lot, long closesAt, int extension) {
            extended++;
        }

        @Override
        public void rejected(Request asked, RejectReason reason, long detail, int lot) {
            rejected++;
        }

        @Override
        public void repeated(Request asked, long original, RejectReason reason, long detail) {
            repeated++;
        }

        @Override
        public void emit(Event event) {
            others++;
        }
    }

    /** Two bidders take turns on all lots; each round has an accepted, a refused and a repeated bid. */
    private void bid(int from, int to) {
        Market engine = market.market();
        for (int i = from; i < to; i++) {
            int lot = 1 + i % LOTS;
            int bidder = i / LOTS % 2 == 0 ? MarketFixture.ALICE : MarketFixture.BOB;
            long amount = 10_000 + 1_000L * (i / LOTS);
            cid = 0x2020202020202020L + 0x0101010101010101L + (i % 64);
            place(engine, lot, bidder, amount);
            place(engine, lot, bidder, amount);
            cid = 0;
            place(engine, lot, bidder, amount + 1);
        }
    }

    private void place(Market engine, int lot, int bidder, long amount) {
        request.begin(engine.sequence() + 1, engine.time() + 1, bidder, cid, 0).from(Role.BIDDER, Channel.ONLINE);
        engine.placeBid(request, lot, 0, amount, out);
    }

    @Test
    void bidsAllocateNothing() {
        market.at(0);
        for (int lot = 1; lot <= LOTS; lot++) {
            market.open(LotPlan.lot(lot).lasts(100).softClose(100, 100));
        }
        bid(0, BIDS);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        bid(BIDS, 2 * BIDS);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < SLACK, allocated + " bytes for " + 3 * BIDS + " bids");
        assertEquals(0, out.others);
        assertEquals(2 * BIDS, out.accepted + out.rejected + out.repeated - 4 * BIDS);
        assertTrue(out.accepted > BIDS && out.rejected > BIDS && out.extended > BIDS, "the path was walked");
    }
}
