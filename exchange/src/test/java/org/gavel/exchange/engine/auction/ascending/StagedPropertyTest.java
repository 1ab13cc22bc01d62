package org.gavel.exchange.engine.auction.ascending;

import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.kit.Effort;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.DutchTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.ReverseRoundsTerms;
import org.junit.jupiter.api.Test;

/** Random schedules of bids and pauses, the mechanism beside a model that recomputes everything from a list. */
final class StagedPropertyTest {
    private static final long SEED = Long.getLong("gavel.seed", System.nanoTime());
    private static final int SCHEDULES = Effort.times(400);
    private static final int COMMANDS = 60;
    private static final int[] BIDDERS = {MarketFixture.ALICE, MarketFixture.BOB, MarketFixture.CAROL};

    /** An accepted bid, at seconds of the lot's own clock, which stands still in pauses. */
    private record Bid(long at, int bidder, long amount, int number) {}

    /** What the model says of a bid. */
    private interface Model {
        RejectReason judge(List<Bid> before, long at, int bidder, long amount);

        /** The winning bid once the clock has run this far, null while undecided or without a winner. */
        Bid winner(List<Bid> bids, long at);

        boolean isOver(List<Bid> bids, long at);

        /** An amount worth trying. */
        long tempt(SplittableRandom random, List<Bid> bids, long at, int bidder);
    }

    private static final class NaiveDutch implements Model {
        private final DutchTerms terms;
        private final List<Long> prices = new ArrayList<>();

        NaiveDutch(DutchTerms terms) {
            this.terms = terms;
            BigDecimal start = BigDecimal.valueOf(terms.start().fen());
            BigDecimal share = terms.decrementBasisPoints() == 0
                    ? BigDecimal.valueOf(terms.decrement().fen())
                    : start.multiply(BigDecimal.valueOf(terms.decrementBasisPoints(), 4));
            for (BigDecimal price = start; prices.size() < terms.stages(); ) {
                prices.add(price.longValueExact());
                price = price.subtract(share).setScale(0, RoundingMode.HALF_UP);
            }
        }

        private int stage(long at) {
            return (int) (at / terms.stage().toSeconds());
        }

        @Override
        public RejectReason judge(List<Bid> before, long at, int bidder, long amount) {
            if (prices.get(stage(at)) == amount) {
                return RejectReason.NONE;
            }
            boolean old = prices.subList(0, stage(at)).contains(amount);
            return old ? RejectReason.STAGE_PASSED : RejectReason.OFF_LEVEL;
        }

        @Override
        public Bid winner(List<Bid> bids, long at) {
            return bids.isEmpty() ? null : bids.get(0);
        }

        @Override
        public boolean isOver(List<Bid> bids, long at) {
            return !bids.isEmpty() || stage(at) >= terms.stages();
        }

        @Override
        public long tempt(SplittableRandom random, List<Bid> bids, long at, int bidder) {
            int stage = Math.max(0, stage(at) - random.nextInt(3));
            return prices.get(stage) + (random.nextInt(6) == 0 ? 0 : 1 - random.nextInt(3) * 7);
        }
    }

    private static final class NaiveRounds implements Model {
        private final ReverseRoundsTerms terms;

        /** Where the clock stands: whose turn it is (0 nobody's), everybody's own bids, whether it is over. */
        private record Where(boolean initial, int mover, Map<Integer, Bid> own, boolean over) {}

        NaiveRounds(ReverseRoundsTerms terms) {
            this.terms = terms;
        }

        private static Map<Integer, Bid> take(Map<Integer, Bid> own, List<Bid> bids, long from, long to, int only) {
            Map<Integer, Bid> after = new LinkedHashMap<>(own);
            for (Bid bid : bids) {
                if (bid.at >= from && bid.at < to && (only == 0 || bid.bidder == only)) {
                    after.put(bid.bidder, bid);
                }
            }
            return after;
        }

        private boolean isBetter(Bid one, Bid other) {
            if (one.amount == other.amount) {
                return one.number < other.number;
            }
            return terms.forward() ? one.amount > other.amount : one.amount < other.amount;
        }

        private Where where(List<Bid> bids, long at) {
            long t = terms.initial().toSeconds();
            Map<Integer, Bid> own = take(Map.of(), bids, 0, t, 0);
            if (at < t || own.isEmpty()) {
                return new Where(at < t, 0, own, at >= t);
            }
            for (Duration pause : terms.pauses()) {
                List<Bid> order = new ArrayList<>(own.values());
                order.sort((a, b) -> isBetter(a, b) ? 1 : -1);
                t += pause.toSeconds();
                if (at < t) {
                    return new Where(false, 0, own, false);
                }
                for (Bid mover : order) {
                    long end = t + terms.turn().toSeconds();
                    if (at < end) {
                        return new Where(false, mover.bidder, own, false);
                    }
                    own = take(own, bids, t, end, mover.bidder);
                    t = end;
                }
            }
            return new Where(false, 0, own, true);
        }

        @Override
        public RejectReason judge(List<Bid> before, long at, int bidder, long amount) {
            Where where = where(before, at);
            if (!where.initial && where.mover != bidder) {
                return RejectReason.NOT_YOUR_TURN;
            }
            long sign = terms.forward() ? 1 : -1;
            long limit = where.initial
                    ? terms.start().fen()
                    : where.own.get(bidder).amount + sign * terms.minStep().fen();
            boolean good = terms.forward() ? amount >= limit : amount <= limit;
            RejectReason low = where.initial ? RejectReason.BELOW_START : RejectReason.BELOW_INCREMENT;
            return good ? RejectReason.NONE : terms.forward() ? low : RejectReason.TOO_HIGH;
        }

        @Override
        public Bid winner(List<Bid> bids, long at) {
            Where where = where(bids, at);
            return where.over
                    ? where.own.values().stream()
                            .reduce((a, b) -> isBetter(a, b) ? a : b)
                            .orElse(null)
                    : null;
        }

        @Override
        public boolean isOver(List<Bid> bids, long at) {
            return where(bids, at).over;
        }

        @Override
        public long tempt(SplittableRandom random, List<Bid> bids, long at, int bidder) {
            Bid own = where(bids, at).own.get(bidder);
            long from = own == null ? terms.start().fen() : own.amount;
            long sign = terms.forward() ? 1 : -1;
            return Math.max(
                    1, from + sign * (random.nextInt(4) * terms.minStep().fen() + random.nextInt(3) - 1));
        }
    }

    private static void run(long seed, PhaseTerms terms, Model model, long mostSeconds) {
        SplittableRandom random = new SplittableRandom(seed);
        MarketFixture market = StagedLot.open(terms);
        List<Bid> bids = new ArrayList<>();
        long now = 0;
        long clock = 0;
        boolean paused = false;
        for (int i = 0; i < COMMANDS; i++) {
            long passed = random.nextLong(mostSeconds / COMMANDS * 3 + 1);
            now += passed;
            boolean over = model.isOver(bids, clock);
            clock += paused || over ? 0 : passed;
            over = model.isOver(bids, clock);
            market.at(now);
            if (random.nextInt(8) == 0) {
                if (!over) {
                    paused = !paused;
                }
                boolean pause = over || paused;
                (pause ? market.pause() : market.resume()).last();
                assertEquals(
                        over ? RejectReason.ALREADY_ENDED : RejectReason.NONE,
                        market.request().reason());
                continue;
            }
            int bidder = BIDDERS[random.nextInt(BIDDERS.length)];
            long amount = over ? 1 : model.tempt(random, bids, clock, bidder);
            RejectReason expected = over
                    ? RejectReason.LOT_CLOSED
                    : paused ? RejectReason.LOT_PAUSED : model.judge(bids, clock, bidder, amount);
            market.bid(bidder, new Money(amount));
            assertEquals(expected, market.request().reason(), "at " + clock + " " + bids);
            if (expected == RejectReason.NONE) {
                bids.add(new Bid(clock, bidder, amount, bids.size()));
            }
        }
        if (paused) {
            market.resume();
        }
        market.at(now + mostSeconds * 2).tick();
        compareEnd(market, model.winner(bids, clock + mostSeconds * 2));
        assertArrayEquals(market.stateHash(), market.replayed().stateHash());
    }

    private static void compareEnd(MarketFixture market, Bid winner) {
        List<LotAwarded> awards = new ArrayList<>();
        for (List<Event> caused : market.history()) {
            caused.stream()
                    .filter(LotAwarded.class::isInstance)
                    .map(LotAwarded.class::cast)
                    .forEach(awards::add);
        }
        assertEquals(winner == null ? 0 : 1, awards.size());
        if (winner != null) {
            assertEquals(winner.bidder, awards.get(0).winner());
            assertEquals(winner.amount, awards.get(0).amount().fen());
        }
    }

    private static void forSeeds(LongConsumer schedule) {
        System.out.println("StagedPropertyTest -Dgavel.seed=" + SEED);
        SplittableRandom seeds = new SplittableRandom(SEED);
        for (int i = 0; i < SCHEDULES; i++) {
            long seed = seeds.nextLong();
            try {
                schedule.accept(seed);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("schedule " + i + " of -Dgavel.seed=" + SEED + " (its own: " + seed + ")", e);
            }
        }
    }

    @Test
    void aDutchClockDoesWhatTheNaiveOneDoes() {
        forSeeds(seed -> {
            SplittableRandom random = new SplittableRandom(seed);
            int stages = 1 + random.nextInt(30);
            Money start = new Money(1_000 + random.nextInt(100_000));
            Duration stage = Duration.ofSeconds(1 + random.nextInt(20));
            DutchTerms terms = random.nextBoolean()
                    ? new DutchTerms(start, stages, stage, 10 + random.nextInt(300), Money.ZERO)
                    : new DutchTerms(start, stages, stage, 0, new Money(1 + random.nextInt(30)));
            run(seed, terms, new NaiveDutch(terms), stages * stage.toSeconds());
        });
    }

    @Test
    void roundsWithTurnsDoWhatTheNaiveOnesDo() {
        forSeeds(seed -> {
            SplittableRandom random = new SplittableRandom(seed);
            List<Duration> pauses = new ArrayList<>();
            for (int rounds = 1 + random.nextInt(4); rounds > 0; rounds--) {
                pauses.add(Duration.ofSeconds(random.nextInt(20)));
            }
            ReverseRoundsTerms terms = new ReverseRoundsTerms(
                    yuan(100),
                    random.nextBoolean(),
                    new Money(1 + random.nextInt(50)),
                    Duration.ofSeconds(30 + random.nextInt(60)),
                    pauses,
                    Duration.ofSeconds(10 + random.nextInt(30)));
            run(seed, terms, new NaiveRounds(terms), 90 + pauses.size() * (20 + 3 * 40L));
        });
    }
}
