package org.gavel.exchange.engine.reference;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.gavel.exchange.engine.LotPlan;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.protocol.command.ApplyForLot;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.CreditDeposit;
import org.gavel.protocol.command.DecideAdmission;
import org.gavel.protocol.command.DescribeParticipant;
import org.gavel.protocol.command.MarkParty;
import org.gavel.protocol.command.QualifyBidder;
import org.gavel.protocol.command.RecordLicence;
import org.gavel.protocol.command.RegisterParticipant;
import org.gavel.protocol.command.SubmitEnvelope;
import org.gavel.protocol.event.ExcludedAttempt;
import org.gavel.protocol.event.PaddlesFixed;
import org.gavel.protocol.event.PaddlesOpened;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.AdmissionState;
import org.gavel.protocol.value.ExclusionCause;
import org.gavel.protocol.value.ExportClass;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PaddleCommitment;
import org.gavel.protocol.value.Residence;
import org.gavel.protocol.value.SealedPricing;
import org.gavel.protocol.value.SealedTerms;

/**
 * Admissions, descriptions, marks, licences, applications, deposits, bids and envelopes at random, beside a naive roll
 * that says beforehand what becomes of each. A refused one changes nothing; an excluded party's is told to the staff.
 */
final class RandomParticipants {
    private static final int ACTS = 45;

    /** Of so many refusals one is played again without it, which is slow. */
    private static final int LOOK_AGAIN = 6;

    private static final int SELLER = 31;
    private static final int[] ALL = {SELLER, 32, 33, 34, 35};
    private static final String[] PERSONS = {"", "", "p", "q"};
    private final Random random;
    private final String name;
    private final boolean sealed;
    private final boolean fixed;
    private final boolean deposit;
    private final MarketFixture market = MarketFixture.venue().at(0);
    private final NaiveRoll naive;
    private final Set<Integer> paddles = new HashSet<>();
    private boolean opened;
    private boolean paused;
    private int leader;
    private long price = 90;

    RandomParticipants(Random random, String name) {
        this.random = random;
        this.name = name;
        sealed = random.nextInt(3) == 0;
        fixed = random.nextInt(3) == 0;
        deposit = random.nextBoolean();
        Map<Integer, String> identities = new HashMap<>();
        for (int who : ALL) {
            identities.put(who, PERSONS[random.nextInt(PERSONS.length)]);
            market.staff(new RegisterParticipant(who, identities.get(who)));
            market.staff(new CreditDeposit(who, MarketFixture.WEALTH, "bank"));
        }
        LotPlan plan = plan();
        naive = new NaiveRoll(plan.announcement().admission(), SELLER, identities);
        market.announce(plan);
    }

    private LotPlan plan() {
        LotPlan plan = lot(1).soldBy(SELLER).start(new Money(100)).step(new Money(10));
        plan = deposit ? plan.deposit(yuan(5)) : plan;
        plan = fixed ? plan.paddlesFixed() : plan;
        if (sealed) {
            Duration stage = Duration.ofSeconds(1000);
            plan.phases(new SealedTerms(new Money(100), stage, stage, SealedPricing.FIRST, 0, 1));
        }
        plan = random.nextInt(3) == 0 ? plan.realName() : plan;
        plan = random.nextInt(3) == 0 ? plan.qualification(0) : plan;
        plan = random.nextBoolean() ? plan.disclosesRelatedParties() : plan;
        return random.nextBoolean() ? plan.export(any(ExportClass.values())) : plan;
    }

    /** Plays it to its end. */
    MarketFixture play() {
        for (int n = 0; n < ACTS; n++) {
            market.at(n);
            int who = ALL[random.nextInt(ALL.length)];
            switch (random.nextInt(12)) {
                case 0 -> openOrPause(n);
                case 1, 2 -> hold(who);
                case 3, 4, 5 -> fact(who);
                default -> offer(who);
            }
        }
        market.at(5000).tick();
        List<PaddlesOpened> shown = market.events(PaddlesOpened.class);
        assertEquals(fixed && opened && !paused ? 1 : 0, shown.size(), name);
        shown.forEach(this::checkCommitment);
        assertArrayEquals(market.stateHash(), market.replayed().stateHash(), name);
        return market;
    }

    private void checkCommitment(PaddlesOpened shown) {
        PaddlesFixed told = market.history().stream()
                .flatMap(List::stream)
                .filter(PaddlesFixed.class::isInstance)
                .map(PaddlesFixed.class::cast)
                .findFirst()
                .orElseThrow();
        assertEquals(told.commitment(), PaddleCommitment.of(1, shown.salt(), shown.participants()), name);
        assertEquals(paddles, new HashSet<>(shown.participants()), name);
    }

    private void openOrPause(int n) {
        if (!opened && n > 10) {
            market.open();
            opened = true;
        } else if (opened && paused) {
            market.resume();
            paused = false;
        } else if (opened) {
            market.pause();
            paused = true;
        }
    }

    private void fact(int who) {
        Command fact = draw(who);
        RejectReason expected = naive.fact(fact);
        if (fact instanceof ApplyForLot && expected == RejectReason.NONE && fixed && opened) {
            expected = RejectReason.PADDLES_FIXED;
        }
        market.staff(fact);
        check(expected, who);
        if (expected == RejectReason.NONE) {
            naive.take(fact);
        }
    }

    private Command draw(int who) {
        return switch (random.nextInt(12)) {
            case 0 -> new DecideAdmission(who, any(AdmissionState.values()), MarketFixture.REASON);
            case 1 -> new DecideAdmission(who, AdmissionState.VERIFIED, MarketFixture.REASON);
            case 2 -> {
                Residence residence = any(Residence.values());
                String person = PERSONS[random.nextInt(PERSONS.length)];
                yield new DescribeParticipant(who, person, residence, random.nextInt(4) == 0);
            }
            case 3 -> new DescribeParticipant(who, "", Residence.MAINLAND, false);
            case 4 -> new MarkParty(1, who, mark(), MarketFixture.REASON);
            case 5 -> new RecordLicence(1, who, "2026-" + random.nextInt(2));
            case 6, 7, 8 -> new ApplyForLot(1, who);
            default -> new QualifyBidder(1, who, random.nextInt(3) > 0, MarketFixture.REASON);
        };
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private ExclusionCause mark() {
        ExclusionCause cause = any(ExclusionCause.values());
        return cause.isMark() ? cause : ExclusionCause.NONE;
    }

    private void hold(int who) {
        RejectReason expected = naive.entry(who);
        if (expected == RejectReason.NONE && paddles.contains(who)) {
            expected = RejectReason.DEPOSIT_HELD_ALREADY;
        } else if (expected == RejectReason.NONE && naive.isAmong(paddles, who)) {
            expected = RejectReason.PERSON_HAS_PADDLE;
        } else if (expected == RejectReason.NONE && fixed && opened) {
            expected = RejectReason.PADDLES_FIXED;
        }
        market.hold(who);
        check(expected, who);
        if (expected == RejectReason.NONE) {
            paddles.add(who);
        }
    }

    private void offer(int who) {
        RejectReason expected = whyNot(who);
        if (sealed) {
            market.by(who, new SubmitEnvelope(1, 0, "ab".repeat(32), ""));
        } else {
            market.bid(who, new Money(price + 10));
        }
        check(expected, who);
        if (expected == RejectReason.NONE) {
            paddles.add(who);
            leader = who;
            price += 10;
        }
    }

    private RejectReason whyNot(int who) {
        if (!opened || paused) {
            return opened ? RejectReason.LOT_PAUSED : RejectReason.LOT_NOT_OPEN;
        }
        if (naive.entry(who) != RejectReason.NONE) {
            return naive.entry(who);
        }
        if (!paddles.contains(who) && (fixed || deposit)) {
            return fixed ? RejectReason.PADDLES_FIXED : RejectReason.DEPOSIT_NOT_HELD;
        }
        if (!paddles.contains(who) && naive.isAmong(paddles, who)) {
            return RejectReason.PERSON_HAS_PADDLE;
        }
        return leader == who && !sealed ? RejectReason.ALREADY_LEADING : RejectReason.NONE;
    }

    private void check(RejectReason expected, int who) {
        assertEquals(expected, market.request().reason(), () -> name + " " + market.last());
        ExclusionCause cause = naive.exclusion(who);
        boolean excluded = expected != RejectReason.NONE && expected == cause.reason();
        boolean told = excluded && !(cause == ExclusionCause.CONSIGNOR && naive.isOld());
        List<ExcludedAttempt> attempts = market.events(ExcludedAttempt.class);
        assertEquals(told ? 1 : 0, attempts.size(), name);
        attempts.forEach(attempt -> assertEquals(cause, attempt.cause(), name));
        if (expected != RejectReason.NONE && random.nextInt(LOOK_AGAIN) == 0) {
            market.expectNothingChanged();
        }
    }
}
