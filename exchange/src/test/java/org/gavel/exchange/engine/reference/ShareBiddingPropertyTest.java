package org.gavel.exchange.engine.reference;

import static org.gavel.exchange.engine.MarketFixture.WEALTH;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.MarketFixture.venue;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.gavel.exchange.engine.LotPlan;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.kit.Effort;
import org.gavel.protocol.command.CreditDeposit;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.event.DepositReleased;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.RemainderOffered;
import org.gavel.protocol.event.UnitsUnsold;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.SharesPricing;
import org.gavel.protocol.value.SharesTerms;
import org.junit.jupiter.api.Test;

/** Random closed offers, answers and pauses: the engine beside a model that hands out single units. */
final class ShareBiddingPropertyTest {
    private static final long SEED = Long.getLong("gavel.seed", System.nanoTime());
    private static final int LOTS = Effort.times(3_000);
    private static final int FIRST_BIDDER = 21;
    private static final Money DEPOSIT = yuan(50);
    private static final long ASK_SECONDS = 20;

    /** Prices are fen. */
    private record Offer(int bidder, long units, long price) {}

    @Test
    void unitsGoToWhomTheModelGivesThem() {
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
        private final SharesTerms terms;
        private final long reserve;
        private final List<Offer> inOrder = new ArrayList<>();
        private final List<String> sold = new ArrayList<>();
        private long close = 100;

        Sale(SplittableRandom random) {
            this.random = random;
            this.bidders = 1 + random.nextInt(6);
            long units = 1L + random.nextInt(12);
            SharesPricing pricing = random.nextBoolean() ? SharesPricing.UNIFORM : SharesPricing.PAY_AS_BID;
            long least = 1 + random.nextLong(Math.min(3, units));
            this.terms = new SharesTerms(
                    units, new Money(5), least, Duration.ofSeconds(close), pricing, Duration.ofSeconds(ASK_SECONDS));
            this.reserve = random.nextBoolean() ? 0 : 5 + random.nextInt(4);
        }

        void play() {
            LotPlan plan = LotPlan.lot(7).phases(terms).deposit(DEPOSIT);
            market.at(0).announce(reserve == 0 ? plan : plan.openReserve(new Money(reserve)));
            for (int i = 0; i < bidders; i++) {
                market.staff(new RegisterParticipant(FIRST_BIDDER + i, ""));
                market.staff(new CreditDeposit(FIRST_BIDDER + i, WEALTH, "bank"));
                market.hold(FIRST_BIDDER + i);
            }
            market.open();
            offer();
            market.at(close).tick();
            serve();
            check();
        }

        private void offer() {
            for (long now = 0; now <= close; now += random.nextInt(12)) {
                if (now < close && random.nextInt(10) == 0) {
                    long stands = 1L + random.nextInt(50);
                    market.at(now).pause().at(now + stands).resume();
                    now += stands;
                    close += stands;
                }
                offerAt(now);
            }
            if (random.nextBoolean()) {
                offerAt(close);
            }
        }

        private void offerAt(long now) {
            int bidder = FIRST_BIDDER + random.nextInt(bidders);
            Offer offer = new Offer(bidder, random.nextInt((int) terms.units() + 2), 3 + random.nextInt(7));
            boolean takes =
                    now < close && offer.units >= terms.minUnits() && offer.units <= terms.units() && offer.price >= 5;
            market.at(now).bidUnits(bidder, offer.units, new Money(offer.price));
            assertEquals(takes, market.request().reason() == RejectReason.NONE);
            if (takes) {
                inOrder.removeIf(earlier -> earlier.bidder == bidder);
                inOrder.add(offer);
            } else if (random.nextInt(20) == 0) {
                market.expectNothingChanged();
            }
        }

        /** Hands the units out one by one; whoever would get fewer than they want is asked. */
        private void serve() {
            List<Offer> ranked = new ArrayList<>(inOrder);
            ranked.removeIf(offer -> offer.price < reserve);
            ranked.sort((a, b) -> Long.compare(b.price, a.price));
            List<Long> prices = new ArrayList<>();
            ranked.forEach(offer -> prices.addAll(Collections.nCopies((int) offer.units, offer.price)));
            int served = (int) Math.min(prices.size(), terms.units());
            long uniform = terms.pricing() == SharesPricing.UNIFORM && served > 0 ? prices.get(served - 1) : 1_000;
            long left = terms.units();
            for (Offer offer : ranked) {
                long pays = Math.min(uniform, offer.price);
                long gets = offer.units;
                if (left > 0 && gets > left) {
                    gets = accepts(offer, left, pays) ? left : 0;
                }
                if (left > 0 && gets > 0) {
                    sold.add(offer.bidder + ":" + gets + "@" + pays);
                    left -= gets;
                }
            }
        }

        /** Says yes or no, in time or too late, or nothing, perhaps after a pause. */
        private boolean accepts(Offer offer, long left, long pays) {
            List<RemainderOffered> questions = all(RemainderOffered.class);
            RemainderOffered asked = questions.get(questions.size() - 1);
            assertEquals(
                    offer.bidder + ":" + left + "@" + pays, asked.bidder() + ":" + asked.units() + "@" + asked.price());
            long now = (asked.closesAt() - time(0)) / 1_000_000 - ASK_SECONDS;
            if (random.nextInt(4) == 0) {
                market.at(now + 5).pause().at(now + 30).resume();
                now += 25;
            }
            int other = FIRST_BIDDER + random.nextInt(bidders);
            if (other != offer.bidder && random.nextBoolean()) {
                market.at(now + 6).answer(other, true).expectRefused(RejectReason.NOT_ASKED);
            }
            boolean yes = random.nextBoolean();
            switch (random.nextInt(3)) {
                case 0 -> {
                    market.at(now + ASK_SECONDS - 1).answer(offer.bidder, yes).expectAccepted();
                    return yes;
                }
                case 1 -> market.at(now + ASK_SECONDS).answer(offer.bidder, yes);
                default -> market.at(now + ASK_SECONDS).tick();
            }
            return false;
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
            assertEquals(
                    sold,
                    awards.stream()
                            .map(award -> award.winner() + ":" + award.share().units() + "@"
                                    + award.share().unitPrice())
                            .toList());
            assertEquals(sold.isEmpty() ? 1 : 0, all(LotPassed.class).size());
            long units =
                    awards.stream().mapToLong(award -> award.share().units()).sum();
            long unsold = all(UnitsUnsold.class).stream()
                    .mapToLong(UnitsUnsold::units)
                    .sum();
            assertTrue(units <= terms.units());
            assertEquals(sold.isEmpty() ? 0 : terms.units() - units, unsold);
            TreeSet<Integer> kept = new TreeSet<>();
            for (LotAwarded award : awards) {
                kept.add(award.winner());
                assertTrue(award.share().unitPrice().fen() >= reserve);
                assertEquals(
                        award.amount().fen(),
                        award.share().units() * award.share().unitPrice().fen());
            }
            assertEquals(bidders, kept.size() + all(DepositReleased.class).size());
            all(DepositReleased.class).forEach(free -> assertTrue(kept.add(free.participant())));
        }
    }
}
