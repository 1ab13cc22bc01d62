package org.gavel.exchange.engine.reference;

import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.CAROL;
import static org.gavel.exchange.engine.MarketFixture.REASON;
import static org.gavel.exchange.engine.MarketFixture.SELLER;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.engine.rulebook.Law;
import org.gavel.exchange.kit.Effort;
import org.gavel.protocol.command.AnnounceDeal;
import org.gavel.protocol.command.DecideAdmission;
import org.gavel.protocol.command.DecideObjection;
import org.gavel.protocol.command.PublishDeal;
import org.gavel.protocol.command.RaiseObjection;
import org.gavel.protocol.command.ResumeLot;
import org.gavel.protocol.command.WithdrawObjection;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotTerminated;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Admission;
import org.gavel.protocol.value.AdmissionState;
import org.gavel.protocol.value.Day;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.NegotiatedTerms;
import org.gavel.protocol.value.PublicityPlace;
import org.gavel.protocol.value.PublicityTerms;
import org.gavel.protocol.value.SellerCategory;
import org.gavel.protocol.value.Title;
import org.gavel.protocol.value.TransferMode;
import org.junit.jupiter.api.Test;

/** Random publications, objections, decisions and outages of one negotiated deal, beside a model that walks the days. */
class PublicityPropertyTest {
    private static final long SEED = Long.getLong("gavel.seed", System.nanoTime());
    private static final int RUNS = Effort.times(250);
    private static final int DEAL = 12;
    private static final long HOUR = 3_600_000_000L;
    private static final long DAY = 24 * HOUR;

    @Test
    void theAwardComesWhenTheModelSaysAndNeverWithAnOpenObjection() {
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

    /** One deal. */
    private static final class Run {
        private final SplittableRandom random;
        private final MarketFixture market = Law.venue("2026-03-02T10:00");
        private final int days;
        private final boolean[] published = new boolean[2];
        private final List<Boolean> open = new ArrayList<>();
        private final List<Integer> objectors = new ArrayList<>();
        private long now = Law.at("2026-03-02T10:00");
        private long closesAt;
        private boolean blocked;
        private boolean barred;
        private boolean withheld;
        private String outcome = "";
        private String heard = "";

        Run(SplittableRandom random) {
            this.random = random;
            this.days = 15 + random.nextInt(20);
        }

        void play() {
            PublicityTerms publicity = new PublicityTerms(days, "It.", false, "In writing.", 0);
            NegotiatedTerms terms = new NegotiatedTerms(new Money(9), TransferMode.TRANSFER, publicity, 0, 0);
            Title title = new Title("", "Deal");
            market.staff(new AnnounceDeal(
                    DEAL,
                    title,
                    SELLER,
                    ALICE,
                    SellerCategory.PRIVATE,
                    "PRIVATE_SALE",
                    terms,
                    Duration.ZERO,
                    Admission.OPEN));
            for (int i = 0; i < 40; i++) {
                long before = now;
                now += random.nextLong(2 * DAY);
                act(before);
                hear();
            }
            assertArrayEquals(market.stateHash(), market.replayed().stateHash());
        }

        private void act(long before) {
            market.atMicros(now);
            if (random.nextInt(8) == 0) {
                if (closesAt != 0 && !blocked) {
                    closesAt += now - before;
                }
                market.nodeStarts();
                pass();
                return;
            }
            pass();
            switch (random.nextInt(8)) {
                case 0 -> publish(random.nextInt(2));
                case 1 -> object();
                case 2, 3 -> decide(random.nextInt(6) == 0);
                case 4 -> bar();
                case 5 -> resume();
                case 6 -> withdraw();
                default -> market.tick();
            }
        }

        /** What is due by now. */
        private void pass() {
            if (outcome.isEmpty() && closesAt != 0 && !blocked && closesAt <= now) {
                blocked = true;
                goOn(closesAt);
            }
        }

        private void goOn(long at) {
            if (blocked && !open.contains(true)) {
                withheld = barred;
                outcome = barred ? "" : "awarded " + at;
            }
        }

        private void bar() {
            barred = !barred;
            AdmissionState state = barred ? AdmissionState.BARRED : AdmissionState.REGISTERED;
            market.staff(new DecideAdmission(ALICE, state, REASON));
            assertEquals(RejectReason.NONE, market.request().reason());
        }

        private void resume() {
            RejectReason expected = RejectReason.DEAL_ENDED;
            if (outcome.isEmpty()) {
                expected = !withheld ? RejectReason.NOT_PAUSED : RejectReason.BUYER_NOT_ADMITTED;
                if (withheld && !barred) {
                    expected = RejectReason.NONE;
                    goOn(now);
                }
            }
            market.staff(new ResumeLot(DEAL, REASON));
            assertEquals(expected, market.request().reason());
        }

        private void withdraw() {
            int number = 1 + random.nextInt(open.size() + 1);
            int who = random.nextBoolean() ? BOB : CAROL;
            RejectReason expected = RejectReason.DEAL_ENDED;
            if (outcome.isEmpty()) {
                expected = number > open.size() || objectors.get(number - 1) != who
                        ? RejectReason.OBJECTION_UNKNOWN
                        : open.get(number - 1) ? RejectReason.NONE : RejectReason.OBJECTION_DECIDED;
            }
            if (expected == RejectReason.NONE) {
                open.set(number - 1, false);
                goOn(now);
            }
            market.by(who, new WithdrawObjection(DEAL, number));
            assertEquals(expected, market.request().reason());
        }

        private void publish(int place) {
            RejectReason expected = outcome.isEmpty()
                    ? published[place]
                            ? RejectReason.PUBLISHED_ALREADY
                            : barred ? RejectReason.BUYER_NOT_ADMITTED : RejectReason.NONE
                    : RejectReason.DEAL_ENDED;
            if (expected == RejectReason.NONE) {
                published[place] = true;
                closesAt = published[1 - place] ? afterLast() : 0;
            }
            PublicityPlace where = place == 0 ? PublicityPlace.UNIT : PublicityPlace.VENUE;
            market.staff(new PublishDeal(DEAL, where, "31"));
            assertEquals(expected, market.request().reason());
        }

        /** Walks day by day from the day after, then on over days off. */
        private long afterLast() {
            LocalDate day = LocalDate.ofEpochDay(0).plusDays(Math.floorDiv(now + 8 * HOUR, DAY));
            for (int counted = 0; counted < days; counted++) {
                day = day.plusDays(1);
            }
            while (isOff(day)) {
                day = day.plusDays(1);
            }
            return ChronoUnit.MICROS.between(
                    Instant.EPOCH, day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.ofHours(8)));
        }

        private static boolean isOff(LocalDate day) {
            Day legal = Day.parse(day.toString());
            boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            boolean makesUp = Law.calendar().workdays().contains(legal);
            return !makesUp && (weekend || Law.calendar().holidays().contains(legal));
        }

        /** A bidder of two, or somebody from outside through the venue. */
        private void object() {
            int who = new int[] {BOB, CAROL, 0}[random.nextInt(3)];
            RejectReason expected = RejectReason.DEAL_ENDED;
            if (outcome.isEmpty()) {
                expected = published[0] || published[1] ? RejectReason.NONE : RejectReason.NOT_PUBLISHED;
                expected = blocked ? RejectReason.OBJECTIONS_CLOSED : expected;
                expected = who != 0 && objectors.contains(who) ? RejectReason.OBJECTED_ALREADY : expected;
            }
            if (expected == RejectReason.NONE) {
                open.add(true);
                objectors.add(who);
            }
            RaiseObjection objection = new RaiseObjection(DEAL, 0, "mine");
            assertEquals(
                    expected,
                    (who == 0 ? market.staff(objection) : market.by(who, objection))
                            .request()
                            .reason());
        }

        private void decide(boolean upheld) {
            int number = 1 + random.nextInt(open.size() + 1);
            RejectReason expected = RejectReason.DEAL_ENDED;
            if (outcome.isEmpty()) {
                expected = number > open.size()
                        ? RejectReason.OBJECTION_UNKNOWN
                        : open.get(number - 1) ? RejectReason.NONE : RejectReason.OBJECTION_DECIDED;
            }
            if (expected == RejectReason.NONE) {
                open.set(number - 1, false);
                if (upheld) {
                    outcome = "terminated";
                } else {
                    goOn(now);
                }
            }
            market.approved(new DecideObjection(DEAL, number, upheld, REASON));
            assertEquals(expected, market.request().reason());
        }

        private void hear() {
            market.events(LotAwarded.class).forEach(award -> heard += "awarded " + award.closedAt());
            market.events(LotTerminated.class).forEach(end -> heard += "terminated");
            assertEquals(outcome, heard);
        }
    }
}
