package org.gavel.exchange.engine.reference;

import static org.gavel.exchange.engine.MarketFixture.WEALTH;
import static org.gavel.exchange.engine.MarketFixture.venue;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gavel.exchange.engine.LotPlan;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.kit.Effort;
import org.gavel.protocol.command.CreditDeposit;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.event.DemandTold;
import org.gavel.protocol.event.DepositReleased;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.UnitsUnsold;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.ClockTerms;
import org.gavel.protocol.value.Money;
import org.junit.jupiter.api.Test;

/** Random demand under a clock: the engine beside a model that lets single units go. */
final class UnitsClockPropertyTest {
    private static final long SEED = Long.getLong("gavel.seed", System.nanoTime());
    private static final int LOTS = Effort.times(3_000);
    private static final int FIRST_BIDDER = 21;
    private static final long ROUND = 50;
    private static final Money DEPOSIT = yuan(50);

    /** What a bidder asked for last in a round: so many units above this price. */
    private record Act(long units, long above, int order) {}

    /** One unit that somebody lets go. */
    private record Drop(int bidder, long above, boolean silent, int order) {}

    @Test
    void unitsAndPriceAreTheModels() {
        System.out.println("seed " + SEED);
        for (int i = 0; i < LOTS; i++) {
            new Sale(new SplittableRandom(SEED + i)).play();
        }
    }

    /** One lot. */
    private static final class Sale {
        private final SplittableRandom random;
        private final MarketFixture market = venue();
        private final int bidders;
        private final long supply;
        private final int rise;
        private final long reserve;
        private final Map<Integer, Long> demand = new TreeMap<>();
        private final Map<Integer, Integer> entered = new TreeMap<>();
        private final Map<Integer, Integer> lastOrder = new TreeMap<>();
        private final Map<Integer, Act> acts = new TreeMap<>();

        /** How many units each has said they want at which prices. */
        private final Map<Integer, TreeMap<Long, Long>> agreed = new TreeMap<>();

        private int round = 1;
        private long before = 20;
        private long price = 20;
        private long opened;
        private int order;
        private boolean over;

        Sale(SplittableRandom random) {
            this.random = random;
            this.bidders = 1 + random.nextInt(6);
            this.supply = 1L + random.nextInt(12);
            this.rise = 1 + random.nextInt(5_000);
            this.reserve = random.nextInt(3) == 0 ? 20 + random.nextInt(30) : 0;
        }

        void play() {
            ClockTerms terms = new ClockTerms(supply, new Money(20), rise, Duration.ofSeconds(ROUND));
            LotPlan plan = LotPlan.lot(7).phases(terms).deposit(DEPOSIT);
            market.at(0).announce(reserve == 0 ? plan : plan.openReserve(new Money(reserve)));
            for (int i = 0; i < bidders; i++) {
                market.staff(new RegisterParticipant(FIRST_BIDDER + i, ""));
                market.staff(new CreditDeposit(FIRST_BIDDER + i, WEALTH, "bank"));
                market.hold(FIRST_BIDDER + i);
                agreed.put(FIRST_BIDDER + i, new TreeMap<>());
            }
            market.open();
            while (!over) {
                playRound();
            }
            check();
        }

        /** Acts in a round; one that comes at its close belongs to the next. */
        private void playRound() {
            long now = opened;
            while (now < opened + ROUND) {
                if (random.nextInt(12) == 0) {
                    long stands = 1L + random.nextInt(30);
                    market.at(now).pause().at(now + stands).resume();
                    now += stands;
                    opened += stands;
                }
                act(now);
                now += 1 + random.nextInt(12);
            }
            conclude();
            if (over || random.nextBoolean()) {
                market.at(opened + ROUND).tick();
            } else {
                opened += ROUND;
                act(opened);
                opened -= ROUND;
            }
            opened += ROUND;
        }

        private void act(long now) {
            int bidder = FIRST_BIDDER + random.nextInt(bidders);
            long had = demand.getOrDefault(bidder, 0L);
            long units = random.nextInt(3) == 0 ? had : random.nextInt((int) supply + 2);
            long named = random.nextBoolean() ? 0 : before + random.nextLong(price - before + 2) - 1;
            market.at(now).bidUnits(bidder, units, new Money(named));
            boolean takes = takes(had, units, named);
            assertEquals(takes, market.request().reason() == RejectReason.NONE, () -> market.last()
                    .toString());
            if (takes) {
                order++;
                lastOrder.put(bidder, order);
                take(bidder, units, named);
            } else if (random.nextInt(40) == 0) {
                market.expectNothingChanged();
            }
        }

        private boolean takes(long had, long units, long named) {
            if (round == 1) {
                return units >= 1 && units <= supply && (named == 0 || named == price);
            }
            boolean stays = units == had && (named == 0 || named == price);
            boolean falls = units < had && (named == 0 || (named >= before && named < price));
            return had > 0 && (stays || falls);
        }

        private void take(int bidder, long units, long named) {
            if (round == 1) {
                demand.put(bidder, units);
                entered.put(bidder, order);
            } else {
                long above = named == 0 ? before : named;
                acts.put(bidder, new Act(units, above, order));
            }
        }

        /** The round is over: lets single units go in order until no more are wanted than there are. */
        private void conclude() {
            long wanted = demand.values().stream().mapToLong(Long::longValue).sum();
            agree();
            if (round == 1) {
                over = wanted <= supply;
            } else {
                List<Drop> drops = drops();
                for (int i = 0; i < drops.size() && !over; i++) {
                    demand.merge(drops.get(i).bidder, -1L, Long::sum);
                    wanted--;
                    over = wanted == supply;
                    price = over ? drops.get(i).above : price;
                }
            }
            demand.values().removeIf(units -> units == 0);
            if (!over) {
                round++;
                before = price;
                price += Math.max(1, price * rise / 10_000);
                acts.clear();
            }
        }

        /** At which price each bidder has said that they want how many. */
        private void agree() {
            demand.forEach((bidder, units) -> {
                Act act = acts.get(bidder);
                if (round == 1) {
                    agreed.get(bidder).put(price, units);
                } else if (act != null) {
                    agreed.get(bidder).put(price, act.units);
                    if (act.units < units) {
                        agreed.get(bidder).put(act.above, units);
                    }
                }
            });
        }

        private List<Drop> drops() {
            List<Drop> drops = new ArrayList<>();
            demand.forEach((bidder, units) -> {
                Act act = acts.getOrDefault(bidder, new Act(0, before, lastOrder.get(bidder)));
                for (long unit = act.units; unit < units; unit++) {
                    drops.add(new Drop(bidder, act.above, !acts.containsKey(bidder), act.order));
                }
            });
            drops.sort(Comparator.comparingLong(Drop::above)
                    .thenComparing(Drop::silent)
                    .thenComparing(Drop::order));
            return drops;
        }

        private <E extends Event> List<E> all(Class<E> kind) {
            return market.history().stream()
                    .flatMap(List::stream)
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .toList();
        }

        private void check() {
            List<LotAwarded> awards = all(LotAwarded.class);
            List<String> sold = demand.entrySet().stream()
                    .sorted(Comparator.comparing((Map.Entry<Integer, Long> wants) -> -wants.getValue())
                            .thenComparing(wants -> entered.get(wants.getKey())))
                    .map(wants -> wants.getKey() + ":" + wants.getValue() + "@" + price)
                    .toList();
            boolean passes = sold.isEmpty() || price < reserve;
            assertEquals(
                    passes ? List.of() : sold,
                    awards.stream()
                            .map(award -> award.winner() + ":" + award.share().units() + "@"
                                    + award.share().unitPrice())
                            .toList());
            assertEquals(passes ? 1 : 0, all(LotPassed.class).size());
            assertEquals(round, all(DemandTold.class).size());
            checkUnits(awards, sold.isEmpty());
            TreeSet<Integer> kept = new TreeSet<>();
            awards.forEach(award -> assertTrue(kept.add(award.winner())));
            assertEquals(bidders, kept.size() + all(DepositReleased.class).size());
        }

        /** All are sold where that many were ever wanted; nobody has more than they agreed to at their price. */
        private void checkUnits(List<LotAwarded> awards, boolean unwanted) {
            long units = demand.values().stream().mapToLong(Long::longValue).sum();
            long unsold = all(UnitsUnsold.class).stream()
                    .mapToLong(UnitsUnsold::units)
                    .sum();
            assertTrue(units <= supply);
            assertEquals(unwanted ? 0 : supply - units, unsold);
            assertTrue(round == 1 || units == supply, "no undersell");
            for (LotAwarded award : awards) {
                Map.Entry<Long, Long> told = agreed.get(award.winner()).ceilingEntry(price);
                assertTrue(told != null && told.getValue() >= award.share().units());
            }
        }
    }
}
