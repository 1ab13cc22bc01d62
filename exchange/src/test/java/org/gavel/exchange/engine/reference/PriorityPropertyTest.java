package org.gavel.exchange.engine.reference;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.CAROL;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.gavel.exchange.engine.LotPlan;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.kit.Effort;
import org.gavel.protocol.command.CreditDeposit;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.event.BidAccepted;
import org.gavel.protocol.event.CommandRejected;
import org.gavel.protocol.event.DepositHeld;
import org.gavel.protocol.event.DepositReleased;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.PriorityExercised;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PriorityMode;
import org.junit.jupiter.api.Test;

/** Rights of first refusal under random play: matches against a naive order of all bids, inquiries by what must hold. */
final class PriorityPropertyTest {
    private static final int SCHEDULES = Effort.times(1_500);
    private static final Set<String> REACHED = Set.of(
            "PriorityExercised",
            "PriorityWaived",
            "InquiryAnswered",
            "StageOpened",
            "LotExtended",
            "LotAwarded",
            "LotPassed",
            "LotPaused",
            "LotResumed",
            "PRIORITY_FIRST",
            "NO_PRIORITY",
            "PRIORITY_USED",
            "OUTRANKED",
            "ALREADY_LEADING",
            "NOT_ASKED",
            "RAISE_NEEDED",
            "BELOW_INCREMENT",
            "LOT_CLOSED",
            "LOT_PAUSED");
    private static final int DORA = 14;
    private static final int ERIN = 15;
    private static final int[] ALL = {ALICE, BOB, CAROL, DORA, ERIN};

    private static MarketFixture venue() {
        MarketFixture market = MarketFixture.venue().at(0);
        for (int more : new int[] {DORA, ERIN}) {
            market.staff(new RegisterParticipant(more, "")).staff(new CreditDeposit(more, MarketFixture.WEALTH, ""));
        }
        return market;
    }

    private static Map<Integer, Integer> ranks(Random random) {
        Map<Integer, Integer> ranks = new HashMap<>();
        for (int participant : ALL) {
            if (random.nextInt(3) > 0) {
                ranks.put(participant, random.nextInt(3));
            }
        }
        return ranks;
    }

    /** One accepted bid or match. */
    private record Entry(int bidder, long price, int rank, int order) {}

    /** Every accepted act in a list; who leads is found by sorting it: price, then rank, then time. */
    private static final class Naive {
        private final List<Entry> entries = new ArrayList<>();
        private final Set<Integer> matched = new HashSet<>();
        private final Map<Integer, Integer> ranks;
        private final boolean singleUse;
        private long closes = 1000;

        Naive(Map<Integer, Integer> ranks, boolean singleUse) {
            this.ranks = ranks;
            this.singleUse = singleUse;
        }

        private static Entry best(List<Entry> entries) {
            return entries.stream()
                    .min(Comparator.comparing((Entry entry) -> -entry.price())
                            .thenComparing(Entry::rank)
                            .thenComparing(Entry::order))
                    .orElseThrow();
        }

        Entry best() {
            return best(entries);
        }

        private Entry entry(int bidder, long price) {
            return new Entry(bidder, price, ranks.getOrDefault(bidder, Integer.MAX_VALUE), entries.size());
        }

        boolean takesBid(int bidder, long amount) {
            if (entries.isEmpty()) {
                return amount >= 100;
            }
            long raise = amount - best().price();
            return best().bidder() != bidder && raise > 0 && raise % 10 == 0;
        }

        boolean takesMatch(int bidder) {
            if (entries.isEmpty() || !ranks.containsKey(bidder) || best().bidder() == bidder) {
                return false;
            }
            List<Entry> with = new ArrayList<>(entries);
            Entry match = entry(bidder, best().price());
            with.add(match);
            return best(with).equals(match) && !(singleUse && matched.contains(bidder));
        }

        void take(int bidder, long price, long now) {
            entries.add(entry(bidder, price));
            closes = closes - now <= 60 ? Math.max(closes, now + 90) : closes;
        }
    }

    @Test
    void matchesAgreeWithTheNaiveOrder() {
        long seed = Long.getLong("gavel.seed", System.nanoTime());
        System.out.println("PriorityPropertyTest -Dgavel.seed=" + seed);
        Random random = new Random(seed);
        for (int i = 0; i < SCHEDULES; i++) {
            within(random, "schedule " + i + " of seed " + seed);
        }
    }

    private static MarketFixture within(Random random, String name) {
        boolean singleUse = random.nextBoolean();
        Naive naive = new Naive(ranks(random), singleUse);
        LotPlan plan = lot(1).start(new Money(100)).step(new Money(10)).softClose(60, 90);
        plan.priority(PriorityMode.WITHIN_BIDDING, 0);
        MarketFixture market = venue().announce(singleUse ? plan.singleUse() : plan);
        naive.ranks.forEach(market::grant);
        market.open();
        long now = 0;
        for (int n = 0; n < 30; n++) {
            now = Math.min(naive.closes - 1, now + random.nextInt(80));
            act(random, market.at(now), naive, now, name);
        }
        assertArrayEquals(market.stateHash(), market.replayed().stateHash(), name);
        market.at(naive.closes).tick();
        List<LotAwarded> awards = market.events(LotAwarded.class);
        assertEquals(naive.entries.isEmpty() ? 0 : 1, awards.size(), name);
        if (!naive.entries.isEmpty()) {
            assertEquals(naive.best().bidder(), awards.get(0).winner(), name);
            assertEquals(naive.best().price(), awards.get(0).amount().fen(), name);
            assertEquals(time(naive.closes), awards.get(0).closedAt(), name);
        }
        return market;
    }

    private static void act(Random random, MarketFixture market, Naive naive, long now, String name) {
        int bidder = ALL[random.nextInt(ALL.length)];
        long price = naive.entries.isEmpty() ? 90 : naive.best().price();
        boolean matches = random.nextBoolean();
        long amount = matches ? price : price + 5L * random.nextInt(5);
        boolean taken = matches ? naive.takesMatch(bidder) : naive.takesBid(bidder, amount);
        if (matches) {
            market.match(bidder);
        } else {
            market.bid(bidder, new Money(amount));
        }
        assertEquals(taken, market.request().reason() == RejectReason.NONE, () -> name + market.last());
        if (taken) {
            naive.take(bidder, amount, now);
            if (matches) {
                naive.matched.add(bidder);
            }
            assertEquals(
                    naive.best().bidder(),
                    market.events(BidAccepted.class).get(0).bidder(),
                    name);
        } else {
            market.expectNothingChanged();
        }
    }

    /** The price never falls, at most one wins, the last accepted bid is the winner's, and their deposit stays held. */
    @Test
    void whateverIsAnsweredAnInquiryEndsWithOneWinner() {
        long seed = Long.getLong("gavel.seed", System.nanoTime());
        System.out.println("PriorityPropertyTest -Dgavel.seed=" + seed);
        Random random = new Random(seed);
        for (int i = 0; i < SCHEDULES; i++) {
            inquiry(random, "schedule " + i + " of seed " + seed);
        }
    }

    private static MarketFixture inquiry(Random random, String name) {
        boolean bids = random.nextBoolean();
        LotPlan plan = lot(1).start(yuan(100)).step(yuan(10)).lasts(100).deposit(yuan(5));
        plan.priority(bids ? PriorityMode.INQUIRY_THEN_BIDDING : PriorityMode.INQUIRY_AFTER, 60);
        MarketFixture market = venue().announce(random.nextInt(3) == 0 ? plan.singleUse() : plan);
        ranks(random).forEach(market::grant);
        for (int participant : ALL) {
            if (random.nextInt(4) > 0) {
                market.hold(participant);
            }
        }
        market.open();
        long now = 0;
        for (int n = 0; n < 40; n++) {
            now += random.nextInt(12);
            disturb(random, market.at(now));
        }
        market.at(now).resume().at(now + 10_000).tick();
        check(market, name);
        assertArrayEquals(market.stateHash(), market.replayed().stateHash(), name);
        return market;
    }

    private static void disturb(Random random, MarketFixture market) {
        int who = ALL[random.nextInt(ALL.length)];
        switch (random.nextInt(14)) {
            case 0 -> market.pause();
            case 1, 2 -> market.resume();
            case 3 -> market.nodeStops().nodeStarts();
            case 4 -> market.hold(who);
            case 5 -> market.tick();
            case 6, 7 -> market.answer(who, random.nextInt(4) > 0);
            default -> {
                for (int each : ALL) {
                    playAsAsked(random, market, each);
                }
            }
        }
    }

    /** Whoever it is answers, or bids about the price. */
    private static void playAsAsked(Random random, MarketFixture market, int who) {
        if (random.nextInt(3) == 0) {
            market.answer(who, random.nextInt(4) > 0);
        } else {
            market.bid(who, yuan(price(market) + 5L * random.nextInt(5)));
        }
    }

    /** The price of the lot in whole yuan. */
    private static long price(MarketFixture market) {
        return market.history().stream()
                .flatMap(List::stream)
                .filter(BidAccepted.class::isInstance)
                .mapToLong(bid -> ((BidAccepted) bid).amount().fen() / 100)
                .max()
                .orElse(95);
    }

    /** The schedules are worth something; the seed is fixed because this is about the schedules. */
    @Test
    void theSchedulesReachEverything() {
        Random random = new Random(1);
        Set<String> reached = new HashSet<>();
        for (int i = 0; i < SCHEDULES / 5; i++) {
            for (MarketFixture market : List.of(within(random, "1"), inquiry(random, "1"))) {
                market.history().forEach(events -> events.forEach(event -> reached.add(kind(event))));
            }
        }
        assertTrue(reached.containsAll(REACHED), reached::toString);
    }

    private static String kind(Event event) {
        return event instanceof CommandRejected refused
                ? refused.reason().name()
                : event.getClass().getSimpleName();
    }

    private static void check(MarketFixture market, String name) {
        List<Event> events = market.history().stream().flatMap(List::stream).toList();
        Set<Integer> held = new HashSet<>();
        BidAccepted last = null;
        LotAwarded award = null;
        for (Event event : events) {
            if (event instanceof DepositHeld hold) {
                held.add(hold.participant());
            } else if (event instanceof DepositReleased released) {
                held.remove(released.participant());
            } else if (event instanceof BidAccepted bid) {
                assertTrue(last == null || bid.amount().compareTo(last.amount()) >= 0, name);
                assertTrue(held.contains(bid.bidder()), name);
                last = bid;
            } else if (event instanceof PriorityExercised exercised) {
                assertEquals(exercised.amount(), last.amount(), name);
                assertEquals(exercised.bidder(), last.bidder(), name);
            } else if (event instanceof LotAwarded awarded) {
                assertEquals(null, award, name);
                award = awarded;
            }
        }
        assertEquals(last == null, award == null, name);
        if (award != null) {
            assertEquals(last.bidder(), award.winner(), name);
            assertEquals(last.amount(), award.amount(), name);
            assertEquals(Set.of(award.winner()), held, name);
        }
    }
}
