package org.gavel.exchange.engine.auction.rounds;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.venue;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.kit.Effort;
import org.gavel.protocol.event.BidAccepted;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.JapanesePrice;
import org.gavel.protocol.value.JapaneseTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.Step;
import org.gavel.protocol.value.StepRoundsTerms;
import org.gavel.protocol.value.TimedTerms;
import org.junit.jupiter.api.Test;

/** Random schedules with pauses, each mechanism beside a naive model that knows whole seconds of running time only. */
class RoundsPropertyTest {
    private static final long SEED = Long.getLong("gavel.seed", System.nanoTime());
    private static final int SCHEDULES = Effort.times(300);
    private static final int ACTS = 40;

    /** Yuan and seconds of running time; start 100, step 10, countdowns of 20. */
    private abstract static class Naive {
        int winner;
        long price;
        long closes = 20;
        boolean over;

        abstract void close();

        abstract boolean allows(int bidder, long amount);

        abstract void take(long at, int bidder, long amount);

        void passTo(long at) {
            while (!over && closes <= at) {
                close();
            }
        }
    }

    private static final class NaiveTimed extends Naive {
        @Override
        void close() {
            over = true;
        }

        @Override
        boolean allows(int bidder, long amount) {
            boolean first = winner == 0;
            return first ? amount >= 100 : bidder != winner && amount > price && (amount - price) % 10 == 0;
        }

        @Override
        void take(long at, int bidder, long amount) {
            winner = bidder;
            price = amount;
            closes = Math.min(at + 20, 90);
        }
    }

    private static final class NaiveRounds extends Naive {
        boolean pause;

        @Override
        void close() {
            over = !pause || closes == 150;
            if (!over) {
                pause = false;
                closes = Math.min(closes + 20, 150);
            }
        }

        @Override
        boolean allows(int bidder, long amount) {
            return !pause && bidder != winner && amount % 10 == 0 && amount > Math.max(100, price);
        }

        @Override
        void take(long at, int bidder, long amount) {
            winner = bidder;
            price = amount;
            pause = true;
            closes = Math.min(at + 5, 150);
        }
    }

    private static final class NaiveJapanese extends Naive {
        private final boolean lastTwo;
        private final List<List<Integer>> levels = new ArrayList<>(List.of(new ArrayList<>()));

        NaiveJapanese(boolean lastTwo) {
            this.lastTwo = lastTwo;
        }

        private List<Integer> now() {
            return levels.get(levels.size() - 1);
        }

        @Override
        void close() {
            int count = levels.size();
            if (now().size() > 1 && count < 6) {
                levels.add(new ArrayList<>());
                closes += 20;
                return;
            }
            over = true;
            boolean alone = now().size() == 1 && count > 1;
            boolean nobody = now().isEmpty() && count > 1;
            List<Integer> last = nobody ? levels.get(count - 2) : now();
            winner = last.isEmpty() ? 0 : last.get(0);
            price = 90 + 10L * count - (nobody || (alone && lastTwo) ? 10 : 0);
        }

        @Override
        boolean allows(int bidder, long amount) {
            boolean in = levels.size() == 1 || levels.get(levels.size() - 2).contains(bidder);
            return in && !now().contains(bidder) && amount == 90 + 10L * levels.size();
        }

        @Override
        void take(long at, int bidder, long amount) {
            now().add(bidder);
        }
    }

    private static Duration seconds(long count) {
        return Duration.ofSeconds(count);
    }

    @Test
    void timedBiddingDoesWhatTheNaiveModelDoes() {
        List<Step> steps = List.of(new Step(Money.ZERO, yuan(10)));
        TimedTerms terms = new TimedTerms(yuan(100), steps, false, 0, seconds(20), seconds(90), false);
        for (int i = 0; i < SCHEDULES; i++) {
            compare(terms, new NaiveTimed(), SEED + i);
        }
    }

    @Test
    void stepRoundsDoWhatTheNaiveModelDoes() {
        StepRoundsTerms terms = new StepRoundsTerms(yuan(100), yuan(10), seconds(20), seconds(5), seconds(150), false);
        for (int i = 0; i < SCHEDULES; i++) {
            compare(terms, new NaiveRounds(), SEED + i);
        }
    }

    @Test
    void aJapaneseAuctionDoesWhatTheNaiveModelDoes() {
        for (int i = 0; i < SCHEDULES; i++) {
            boolean lastTwo = i % 2 == 0;
            JapanesePrice price = lastTwo ? JapanesePrice.LAST_TWO : JapanesePrice.AT_STOP;
            JapaneseTerms terms = new JapaneseTerms(yuan(100), yuan(10), 6, seconds(20), price);
            compare(terms, new NaiveJapanese(lastTwo), SEED + i);
        }
    }

    private static void compare(PhaseTerms terms, Naive naive, long seed) {
        String run = "-Dgavel.seed=" + seed;
        SplittableRandom random = new SplittableRandom(seed);
        MarketFixture market = venue().at(0).open(lot(7).phases(terms));
        long now = 0;
        long paused = 0;
        for (int i = 0; i < ACTS; i++) {
            now += random.nextInt(8);
            naive.passTo(now - paused);
            if (!naive.over && random.nextInt(10) == 0) {
                market.at(now).pause().expectAccepted();
                int length = random.nextInt(100);
                now += length;
                paused += length;
                market.at(now).resume().expectAccepted();
            }
            int bidder = ALICE + random.nextInt(3);
            long amount = naive.over ? 100 : 100 + 5L * random.nextInt(4) + guess(market, random);
            boolean allowed = !naive.over && naive.allows(bidder, amount);
            market.at(now).bid(bidder, yuan(amount));
            assertEquals(allowed, market.request().reason() == RejectReason.NONE, run);
            if (allowed) {
                naive.take(now - paused, bidder, amount);
            }
        }
        naive.passTo(Long.MAX_VALUE);
        market.at(now + 10_000).tick();
        assertEquals(outcome(naive, MarketFixture.time(0)), outcome(market, paused), run);
        assertArrayEquals(market.replayed().stateHash(), market.stateHash(), run);
    }

    /** How far above the start the price may be, so that many amounts hit. */
    private static long guess(MarketFixture market, SplittableRandom random) {
        long bids = market.history().stream()
                .flatMap(List::stream)
                .filter(BidAccepted.class::isInstance)
                .count();
        return 10 * Math.max(0, bids - random.nextInt(3));
    }

    private static String outcome(Naive naive, long start) {
        long closed = start + naive.closes * 1_000_000;
        return naive.winner == 0 ? "passed " + closed : naive.winner + " " + naive.price * 100 + " " + closed;
    }

    private static String outcome(MarketFixture market, long paused) {
        for (List<Event> events : market.history()) {
            for (Event event : events) {
                if (event instanceof LotAwarded sold) {
                    return sold.winner() + " " + sold.amount().fen() + " " + running(sold.closedAt(), paused);
                }
                if (event instanceof LotPassed passed) {
                    return "passed " + running(passed.closedAt(), paused);
                }
            }
        }
        return "open";
    }

    /** Real time without the pauses before it. */
    private static long running(long closedAt, long paused) {
        return closedAt - paused * 1_000_000;
    }
}
