package org.gavel.exchange.engine.reference;

import static org.gavel.exchange.engine.MarketFixture.REASON;
import static org.gavel.exchange.engine.MarketFixture.SELLER;
import static org.gavel.exchange.engine.MarketFixture.time;
import static org.gavel.exchange.engine.MarketFixture.venue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.kit.Effort;
import org.gavel.protocol.command.AnnounceDeal;
import org.gavel.protocol.command.BuyNow;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.CreditDeposit;
import org.gavel.protocol.command.EndDeal;
import org.gavel.protocol.command.PledgeShares;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.command.VoidLot;
import org.gavel.protocol.command.WithdrawDeposit;
import org.gavel.protocol.command.WithdrawPledge;
import org.gavel.protocol.event.DealEnded;
import org.gavel.protocol.event.DepositHeld;
import org.gavel.protocol.event.DepositReleased;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.LotTerminated;
import org.gavel.protocol.event.LotVoided;
import org.gavel.protocol.event.SaleMade;
import org.gavel.protocol.event.SaleReturned;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Admission;
import org.gavel.protocol.value.DealTerms;
import org.gavel.protocol.value.FixedPriceTerms;
import org.gavel.protocol.value.JointPurchaseTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.OverSubscription;
import org.gavel.protocol.value.SellerCategory;
import org.gavel.protocol.value.Title;
import org.junit.jupiter.api.Test;

/** Random orders, pledges, withdrawals, annulments and outages: the engine beside a model that counts single shares. */
class DealsPropertyTest {
    private static final long SEED = Long.getLong("gavel.seed", System.nanoTime());
    private static final int RUNS = Effort.times(400);
    private static final int ACTS = 60;
    private static final int FIRST = 31;
    private static final int PARTICIPANTS = 5;

    @Test
    void moneyAndAwardsAreThoseOfTheModel() {
        System.out.println("seed " + SEED);
        for (int i = 0; i < RUNS; i++) {
            long seed = SEED + i;
            try {
                new Run(new SplittableRandom(seed)).play();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("repeat with -Dgavel.seed=" + seed, e);
            }
        }
    }

    /** One market with one offer and one joint purchase. */
    private static final class Run {
        private final SplittableRandom random;
        private final MarketFixture market = venue();
        private final NaiveDeals model;
        private final List<String> told = new ArrayList<>();
        private final long[] held = new long[PARTICIPANTS];
        private final long[] wealth = new long[PARTICIPANTS];
        private long second;

        Run(SplittableRandom random) {
            this.random = random;
            long price = 1L + random.nextInt(100);
            model = new NaiveDeals(
                    price,
                    random.nextLong(price + 1),
                    1 + random.nextInt(6),
                    1 + random.nextInt(12),
                    1 + random.nextInt(20),
                    random.nextBoolean());
            model.offerUntil = time(20 + random.nextInt(60));
            model.until = time(20 + random.nextInt(60));
            model.period = random.nextInt(3) == 0 ? 0 : 1_000_000L * (1 + random.nextInt(40));
            model.withdrawUntil = Math.min(model.until, time(10 + random.nextInt(70)));
        }

        void play() {
            for (int i = 0; i < PARTICIPANTS; i++) {
                wealth[i] = 1L + random.nextInt(200);
                market.staff(new RegisterParticipant(FIRST + i, ""));
                market.staff(new CreditDeposit(FIRST + i, new Money(wealth[i]), "bank"));
                model.free.put(FIRST + i, wealth[i]);
            }
            announce();
            for (int i = 0; i < ACTS; i++) {
                act();
                check();
            }
            market.at(second += 1_000).tick();
            model.pass(time(second));
            check();
            checkFree();
            assertArrayEquals(market.stateHash(), market.replayed().stateHash());
        }

        private void announce() {
            Money deposit = new Money(model.deposit);
            boolean exclusive = model.licences == 1 && random.nextBoolean();
            int licences = exclusive ? 0 : model.licences;
            deal(
                    NaiveDeals.OFFER,
                    new FixedPriceTerms(new Money(model.price), deposit, exclusive, licences, model.offerUntil));
            OverSubscription rule = model.proRata ? OverSubscription.PRO_RATA : OverSubscription.FIRST_COME;
            Money sharePrice = new Money(model.sharePrice);
            deal(
                    NaiveDeals.POOL,
                    new JointPurchaseTerms(model.shares, sharePrice, model.withdrawUntil, model.until, rule));
        }

        private void deal(int lot, DealTerms terms) {
            Title title = new Title("", "Deal");
            market.staff(new AnnounceDeal(
                    lot,
                    title,
                    SELLER,
                    0,
                    SellerCategory.PRIVATE,
                    "PRIVATE_SALE",
                    terms,
                    Duration.of(model.period, ChronoUnit.MICROS),
                    Admission.OPEN));
            market.expectAccepted();
        }

        private void act() {
            long before = second;
            second += random.nextInt(4);
            int kind = random.nextInt(100);
            if (kind < 4) {
                second += random.nextInt(20);
                model.away(time(before), time(second));
                market.at(second).nodeStarts();
                model.pass(time(second));
            } else if (kind < 6) {
                model.pass(time(second));
                RejectReason expected = model.takeBackPool();
                market.at(second).approved(new EndDeal(NaiveDeals.POOL, REASON));
                assertEquals(expected, market.request().reason());
            } else if (kind < 12) {
                annul(kind < 9);
            } else {
                participate(kind);
            }
        }

        private void annul(boolean pool) {
            model.pass(time(second));
            int sale = random.nextInt(model.licences + 1);
            RejectReason expected = pool ? model.voidPool(time(second)) : model.voidSale(sale, time(second));
            market.at(second).approved(new VoidLot(pool ? NaiveDeals.POOL : SaleMade.FIRST + sale, REASON));
            assertEquals(expected, market.request().reason());
        }

        private void participate(int kind) {
            int who = FIRST + random.nextInt(PARTICIPANTS);
            model.pass(time(second));
            if (kind < 30) {
                long said = random.nextInt(10) == 0 ? model.price + 1 : model.price;
                expect(model.buy(who, said, time(second)), who, new BuyNow(NaiveDeals.OFFER, 0, new Money(said)));
            } else if (kind < 80) {
                int own = 1 + random.nextInt(model.shares + 1);
                expect(model.pledge(who, own), who, new PledgeShares(NaiveDeals.POOL, 0, own));
            } else {
                expect(model.withdraw(who, time(second)), who, new WithdrawPledge(NaiveDeals.POOL, 0));
            }
        }

        private void expect(RejectReason expected, int who, Command asked) {
            market.at(second).by(who, asked);
            assertEquals(expected, market.request().reason(), asked::toString);
            if (expected != RejectReason.NONE && random.nextInt(40) == 0) {
                market.expectNothingChanged();
            }
        }

        /** What was told is what the model told, and held and free are together what was paid in. */
        private void check() {
            market.last().forEach(this::hear);
            assertEquals(model.told, told);
            for (int i = 0; i < PARTICIPANTS; i++) {
                assertEquals(wealth[i], held[i] + model.free.get(FIRST + i), "held and free of " + (FIRST + i));
            }
        }

        private void hear(Event event) {
            if (event instanceof LotAwarded award) {
                told.add(
                        award.share().units() == 0
                                ? "licence " + award.winner()
                                : "shares " + award.winner() + " "
                                        + award.share().units());
            } else if (event instanceof DealEnded) {
                told.add("offer over");
            } else if (event instanceof LotVoided voided) {
                told.add(voided.lot() == NaiveDeals.POOL ? "void shares" : "void licence " + voided.winner());
            } else if (event instanceof SaleReturned returned) {
                told.add("sold " + returned.sold());
            } else if (event instanceof LotPassed) {
                told.add("missed");
            } else if (event instanceof LotTerminated) {
                told.add("taken back");
            } else if (event instanceof DepositHeld hold) {
                held[hold.participant() - FIRST] += hold.amount().fen();
            } else if (event instanceof DepositReleased released) {
                held[released.participant() - FIRST] -= released.amount().fen();
            }
        }

        /** The engine's own accounts, as it says them when too much is asked for. */
        private void checkFree() {
            for (int i = 0; i < PARTICIPANTS; i++) {
                market.staff(new WithdrawDeposit(FIRST + i, new Money(1_000_000), "bank"));
                market.expectRefused(RejectReason.FUNDS_INSUFFICIENT, model.free.get(FIRST + i));
            }
        }
    }
}
