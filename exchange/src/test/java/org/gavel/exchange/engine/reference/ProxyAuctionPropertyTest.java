package org.gavel.exchange.engine.reference;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.CAROL;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gavel.exchange.engine.LotPlan;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.kit.Effort;
import org.gavel.protocol.command.PlaceMaximum;
import org.gavel.protocol.event.BidAccepted;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Step;
import org.junit.jupiter.api.Test;

/** Random maxima, many of them equal, against a model that keeps every maximum and knows no shortcut. */
class ProxyAuctionPropertyTest {
    private static final int SCHEDULES = Effort.times(2_000);
    private static final int[] BIDDERS = {ALICE, BOB, CAROL};

    /** Every bidder's maximum in a map; the runner-up is searched for each time. */
    private static final class Naive {
        private final Map<Integer, Long> maxima = new LinkedHashMap<>();
        private final long reserve;
        private int leader;
        private long price;

        Naive(long reserve) {
            this.reserve = reserve;
        }

        long step(long at) {
            return at >= 200 ? 20 : at >= 100 ? 10 : 5;
        }

        long leastFromOthers() {
            return leader == 0 ? 50 : price + step(price);
        }

        boolean takes(int bidder, long maximum) {
            return bidder == leader ? maximum > maxima.get(bidder) : maximum >= leastFromOthers();
        }

        void place(int bidder, long maximum) {
            boolean leads = leader == 0 || bidder == leader || maximum > maxima.get(leader);
            maxima.put(bidder, maximum);
            leader = leads ? bidder : leader;
            long own = maxima.get(leader);
            long second = maxima.entrySet().stream()
                    .filter(entry -> entry.getKey() != leader)
                    .mapToLong(Map.Entry::getValue)
                    .max()
                    .orElse(0);
            long needed = second == 0 ? 50 : second + step(second);
            price = Math.max(price, Math.min(own, Math.max(needed, reserve)));
        }
    }

    @Test
    void agreesWithTheNaiveModel() {
        long seed = Long.getLong("gavel.seed", System.nanoTime());
        System.out.println("ProxyAuctionPropertyTest -Dgavel.seed=" + seed);
        Random random = new Random(seed);
        for (int i = 0; i < SCHEDULES; i++) {
            schedule(random, "schedule " + i + " of seed " + seed);
        }
    }

    private static void schedule(Random random, String name) {
        long reserve = random.nextBoolean() ? 0 : 50 + random.nextInt(150);
        Naive naive = new Naive(reserve);
        MarketFixture market = MarketFixture.venue().at(0).open(plan(reserve));
        BidAccepted latest = null;
        for (int n = 0; n < 25; n++) {
            int bidder = BIDDERS[random.nextInt(BIDDERS.length)];
            long maximum = 40 + 5L * random.nextInt(60);
            boolean taken = naive.takes(bidder, maximum);
            market.by(bidder, new PlaceMaximum(1, 0, new Money(maximum)));
            assertEquals(taken, market.request().reason() == RejectReason.NONE, name);
            if (taken) {
                naive.place(bidder, maximum);
                List<BidAccepted> shown = market.events(BidAccepted.class);
                latest = shown.isEmpty() ? latest : shown.get(shown.size() - 1);
                assertEquals(naive.leader, latest.bidder(), name);
                assertEquals(naive.price, latest.amount().fen(), name);
            }
        }
        assertArrayEquals(market.stateHash(), market.replayed().stateHash(), name);
        market.at(1000).tick();
        boolean sold = naive.leader != 0 && naive.price >= reserve;
        List<LotAwarded> awards = market.events(LotAwarded.class);
        assertEquals(sold ? 1 : 0, awards.size(), name);
        if (sold) {
            assertEquals(naive.leader, awards.get(0).winner(), name);
            assertEquals(naive.price, awards.get(0).amount().fen(), name);
        }
    }

    private static LotPlan plan(long reserve) {
        LotPlan plan = lot(1).proxy().start(new Money(50)).ladder(step(0, 5), step(100, 10), step(200, 20));
        return reserve == 0 ? plan : plan.hiddenReserve(new Money(reserve));
    }

    private static Step step(long from, long by) {
        return new Step(new Money(from), new Money(by));
    }
}
