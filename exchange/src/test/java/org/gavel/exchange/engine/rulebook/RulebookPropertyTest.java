package org.gavel.exchange.engine.rulebook;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.gavel.exchange.engine.LotPlan;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.engine.Submission;
import org.gavel.exchange.kit.Effort;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.TerminateLot;
import org.gavel.protocol.event.CommandRejected;
import org.gavel.protocol.event.LotAnnounced;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Role;
import org.gavel.protocol.value.SaleBasis;
import org.gavel.protocol.value.SellerCategory;
import org.junit.jupiter.api.Test;

/** Random announcements, many of them just inside or outside a limit, beside a checker written another way. */
final class RulebookPropertyTest {
    private static final long FIRST_SEED = Long.getLong("gavel.seed", 1);
    private static final int SEEDS = Effort.times(120);
    private static final int LOTS = 25;
    private static final String[] BOOKS = {
        "PRIVATE_SALE",
        "AUCTION_LAW",
        "JUDICIAL_LIKE",
        "JUDICIAL_LIKE",
        "SOE_ASSET",
        "SOE_ASSET",
        "UNIVERSITY_OPEN_TRADE"
    };
    private static final Map<String, SellerCategory> USUAL = Map.of(
            "PRIVATE_SALE", SellerCategory.PRIVATE,
            "AUCTION_LAW", SellerCategory.UNIVERSITY,
            "JUDICIAL_LIKE", SellerCategory.COURT,
            "SOE_ASSET", SellerCategory.STATE_OWNED,
            "UNIVERSITY_OPEN_TRADE", SellerCategory.UNIVERSITY);

    private final NaiveLaw naive = new NaiveLaw();
    private int taken;
    private int refused;

    /** One random market. */
    private final class Course {
        private final SplittableRandom random;
        private final MarketFixture market;
        private long now;

        Course(long seed) {
            random = new SplittableRandom(seed);
            int month = 1 + random.nextInt(12);
            String begin = "2026-" + (month < 10 ? "0" : "") + month + "-0" + (1 + random.nextInt(9)) + "T09:00";
            market = Law.venue(begin);
            now = Law.at(begin);
        }

        private boolean one(int in) {
            return random.nextInt(in) == 0;
        }

        /** An amount at, just below or just above a share of another. */
        private Money near(long of, int... percents) {
            long exact = of * percents[random.nextInt(percents.length)] / 100;
            return new Money(Math.max(1, exact + random.nextInt(5) - 2));
        }

        void announceAll() {
            for (int number = 1; number <= LOTS; number++) {
                now += random.nextLong(20 * 3_600_000_000L);
                market.atMicros(now);
                announce(number, 0, null, BOOKS[random.nextInt(BOOKS.length)]);
            }
        }

        private void announce(int number, int relistOf, NaiveLaw.Before before, String book) {
            LotPlan plan = plan(number, relistOf, before, book);
            Map<RejectReason, Long> objections = naive.objections(plan.announcement(), now, before);
            market.announce(plan);
            if (objections.isEmpty()) {
                market.expectAccepted();
                assertEquals(
                        before == null ? 1 : 2,
                        market.events(LotAnnounced.class).get(0).rules().attempt());
                taken++;
                if (before == null && one(2)) {
                    relist(number, plan, book);
                }
                return;
            }
            CommandRejected refusal = market.events(CommandRejected.class).get(0);
            assertTrue(objections.containsKey(refusal.reason()), refusal + " but " + objections);
            assertEquals(objections.get(refusal.reason()), refusal.detail(), refusal.toString());
            refused++;
            if (one(25)) {
                market.expectNothingChanged();
            }
        }

        private LotPlan plan(int number, int relistOf, NaiveLaw.Before before, String book) {
            long appraisal = 1_000 + random.nextLong(1_000_000_000L);
            long basis = before == null ? appraisal : before.start();
            Money start = near(basis, 70, 80, 90, 100, 110);
            SellerCategory category = one(12) ? anyCategory() : USUAL.get(book);
            SaleBasis said = new SaleBasis(
                    category, one(2), one(15) ? Money.ZERO : new Money(appraisal), one(2) ? "" : "批", relistOf, 0);
            LotPlan plan = lot(number)
                    .under(book, said)
                    .start(start)
                    .step(new Money(1))
                    .deposit(near(start.fen(), 5, 10, 10, 10, 20))
                    .lasts(86_400 - (one(12) ? 1 : 0))
                    .softClose(300 - (one(20) ? 1 : 0), 300, 0, one(20) ? 2 : 0);
            if (one(15)) {
                plan.hiddenReserve(start);
            } else if (one(8)) {
                plan.openReserve(new Money(start.fen() + 1));
            } else if (!one(15)) {
                plan.openReserve(start);
            }
            return one(3) ? plan : plan.opensAtMicros(opening());
        }

        private SellerCategory anyCategory() {
            SellerCategory[] all = SellerCategory.values();
            return all[random.nextInt(all.length)];
        }

        /** Around the first or the last instant of a day that a notice may end on. */
        private long opening() {
            long days = List.of(7L, 8L, 15L, 16L, 30L, 31L, 27L, 28L, 40L).get(random.nextInt(9)) + random.nextInt(4);
            long midnight = Law.at(NaiveLaw.date(now).plus(days, ChronoUnit.DAYS) + "T00:00");
            return midnight + random.nextInt(3) - 1;
        }

        /** The lot ends unsold, and is offered again before or after its time. */
        private void relist(int number, LotPlan plan, String book) {
            now += 1;
            market.atMicros(now);
            market.apply(new Submission(
                    now,
                    new Origin(
                            MarketFixture.CLERK,
                            MarketFixture.CLERK + 1L,
                            ClientId.NONE,
                            0,
                            0,
                            0,
                            Role.CLERK,
                            Channel.CONSOLE),
                    new TerminateLot(number, MarketFixture.REASON)));
            market.expectAccepted();
            NaiveLaw.Before before = new NaiveLaw.Before(
                    plan.announcement().phases().get(0).start().fen(),
                    plan.announcement().basis().appraisal().fen(),
                    now);
            now += one(3) ? random.nextLong(40 * 86_400_000_000L) : random.nextLong(86_400_000_000L);
            market.atMicros(now).tick();
            announce(1_000 + number, number, before, book);
        }
    }

    @Test
    void everyAnnouncementIsJudgedAsTheStatutesSay() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
            try {
                new Course(seed).announceAll();
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("repeat with -Dgavel.seed=" + seed + ": " + e, e);
            }
        }
        assertTrue(taken > SEEDS && refused > SEEDS, taken + " taken, " + refused + " refused");
    }
}
