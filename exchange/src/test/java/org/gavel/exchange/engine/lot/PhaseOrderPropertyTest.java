package org.gavel.exchange.engine.lot;

import static org.gavel.exchange.engine.LotPlan.lot;
import static org.gavel.exchange.engine.MarketFixture.ALICE;
import static org.gavel.exchange.engine.MarketFixture.BOB;
import static org.gavel.exchange.engine.MarketFixture.CAROL;
import static org.gavel.exchange.engine.MarketFixture.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.gavel.exchange.engine.MarketFixture;
import org.gavel.exchange.engine.lot.PhaseOrder.Fault;
import org.gavel.exchange.engine.lot.PhaseOrder.Misfit;
import org.gavel.protocol.command.AnswerInquiry;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.OpenEnvelope;
import org.gavel.protocol.command.SubmitEnvelope;
import org.gavel.protocol.event.BidAccepted;
import org.gavel.protocol.event.CommandRejected;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotOpened;
import org.gavel.protocol.event.StageOpened;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.BestBidTerms;
import org.gavel.protocol.value.DividedTerms;
import org.gavel.protocol.value.DutchTerms;
import org.gavel.protocol.value.EnglishTerms;
import org.gavel.protocol.value.InquiryTerms;
import org.gavel.protocol.value.JapanesePrice;
import org.gavel.protocol.value.JapaneseTerms;
import org.gavel.protocol.value.LiveTerms;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.ProxyTerms;
import org.gavel.protocol.value.QuotesTerms;
import org.gavel.protocol.value.ReverseRoundsTerms;
import org.gavel.protocol.value.ScoreTerms;
import org.gavel.protocol.value.SealedCommitment;
import org.gavel.protocol.value.SealedPricing;
import org.gavel.protocol.value.SealedTerms;
import org.gavel.protocol.value.SoftClose;
import org.gavel.protocol.value.Step;
import org.gavel.protocol.value.StepRoundsTerms;
import org.gavel.protocol.value.TimedTerms;
import org.junit.jupiter.api.Test;

/** All the lots of 1 to 4 phases there can be: those that are admitted can be sold, and each phase takes somebody. */
final class PhaseOrderPropertyTest {
    private static final int MOST_PHASES = 4;
    private static final Duration PERIOD = Duration.ofSeconds(100);
    private static final List<Step> STEPS = List.of(new Step(Money.ZERO, yuan(1)));
    private static final String SALT = "0".repeat(64);
    private static final List<Integer> BIDDERS = List.of(ALICE, BOB, CAROL);

    private static final List<PhaseTerms> MECHANISMS = List.of(
            new EnglishTerms(yuan(50), STEPS, false, 0, PERIOD, SoftClose.NONE, false),
            new ProxyTerms(yuan(50), STEPS, PERIOD, SoftClose.NONE),
            new TimedTerms(yuan(50), STEPS, false, 0, PERIOD, Duration.ZERO, false),
            new InquiryTerms(PERIOD),
            new StepRoundsTerms(yuan(50), yuan(1), PERIOD, Duration.ZERO, Duration.ZERO, false),
            new JapaneseTerms(yuan(50), yuan(1), 1, PERIOD, JapanesePrice.AT_STOP),
            new LiveTerms(yuan(50), STEPS, false, 0, false, PERIOD, Duration.ZERO, PERIOD, Duration.ZERO),
            new DutchTerms(yuan(50), 5, PERIOD, 100, Money.ZERO),
            new SealedTerms(yuan(50), PERIOD, PERIOD, SealedPricing.FIRST, 0, 1),
            new BestBidTerms(PERIOD),
            new ReverseRoundsTerms(yuan(50), false, yuan(1), PERIOD, List.of(PERIOD), PERIOD),
            new ReverseRoundsTerms(yuan(50), true, yuan(1), PERIOD, List.of(PERIOD), PERIOD));

    private static void everyComposition(Consumer<List<PhaseTerms>> use) {
        extend(new ArrayList<>(), use);
    }

    private static void extend(List<PhaseTerms> phases, Consumer<List<PhaseTerms>> use) {
        if (!phases.isEmpty()) {
            use.accept(List.copyOf(phases));
        }
        if (phases.size() < MOST_PHASES) {
            for (PhaseTerms next : MECHANISMS) {
                phases.add(next);
                extend(phases, use);
                phases.remove(phases.size() - 1);
            }
        }
    }

    @Test
    void everyMechanismThatCanStandBesideAnotherIsTried() {
        Set<Class<?>> tried =
                Set.copyOf(MECHANISMS.stream().<Class<?>>map(Object::getClass).toList());
        Set<Class<?>> composed = Arrays.stream(PhaseTerms.class.getPermittedSubclasses())
                .filter(terms -> !ScoreTerms.class.isAssignableFrom(terms) && terms != DividedTerms.class)
                .filter(terms -> terms != QuotesTerms.class)
                .collect(Collectors.toSet());
        assertEquals(composed, tried);
    }

    @Test
    void everyAdmittedLotCanBeSoldAndEachOfItsPhasesTakesSomebody() {
        everyComposition(phases -> {
            if (PhaseOrder.misfit(phases).isEmpty()) {
                assertSold(phases);
            }
        });
    }

    @Test
    void everyRefusalNamesThePhaseAndEveryReasonHappens() {
        Set<Fault> seen = EnumSet.noneOf(Fault.class);
        MarketFixture market = MarketFixture.venue().at(0);
        everyComposition(phases -> {
            Optional<Misfit> misfit = PhaseOrder.misfit(phases);
            misfit.ifPresent(found -> {
                seen.add(found.why());
                assertTrue(found.why().sentence().startsWith("must") || found.why() == Fault.OTHER_WAY);
            });
            if (misfit.isPresent() && !(phases.get(0) instanceof InquiryTerms) && phases.size() < MOST_PHASES) {
                market.announce(lot(7).phases(phases.toArray(PhaseTerms[]::new)))
                        .expectRefused(RejectReason.BAD_PHASES, misfit.get().phase());
            }
        });
        assertEquals(EnumSet.complementOf(EnumSet.of(Fault.QUOTES_LATER)), seen);
    }

    /** A lot that begins with quotes is announced in a listing alone; {@code ListedQuotesTest} sells some. */
    @Test
    void quotesComeFirstAndAnInquiryMayFollowThem() {
        PhaseTerms quotes = new QuotesTerms(yuan(50), yuan(1), SoftClose.NONE);
        Optional<Misfit> later = PhaseOrder.misfit(List.of(MECHANISMS.get(0), quotes));
        assertEquals(Optional.of(new Misfit(2, Fault.QUOTES_LATER)), later);
        assertTrue(Fault.QUOTES_LATER.sentence().startsWith("must"));
        PhaseTerms inquiry = new InquiryTerms(PERIOD);
        assertEquals(Optional.empty(), PhaseOrder.misfit(List.of(quotes, inquiry, MECHANISMS.get(2))));
    }

    private static void assertSold(List<PhaseTerms> phases) {
        MarketFixture market = MarketFixture.venue().at(0);
        market.announce(lot(7).phases(phases.toArray(PhaseTerms[]::new))).expectAccepted();
        market.open();
        for (int number = 1; number <= phases.size(); number++) {
            assertEquals(number, count(market, LotOpened.class), () -> "phases begun of " + phases);
            assertTrue(takesSomebody(market, phases.get(number - 1)), "phase " + number + " of " + phases);
            letRun(market, number);
        }
        assertEquals(1, count(market, LotAwarded.class), () -> "awards of " + phases);
    }

    private static long count(MarketFixture market, Class<? extends Event> kind) {
        return market.history().stream()
                .flatMap(List::stream)
                .filter(kind::isInstance)
                .count();
    }

    private static void letRun(MarketFixture market, int phase) {
        while (count(market, LotOpened.class) == phase
                && count(market, LotAwarded.class) == 0
                && market.market().nextDue() != Long.MAX_VALUE) {
            market.atMicros(market.market().nextDue()).tick();
        }
    }

    /** Whether any of three bidders can do what the phase is for. */
    private static boolean takesSomebody(MarketFixture market, PhaseTerms terms) {
        if (terms instanceof SealedTerms) {
            return takesEnvelopes(market);
        }
        boolean taken = false;
        for (int bidder : BIDDERS) {
            boolean over = terms instanceof DutchTerms && taken;
            if (!over && terms instanceof InquiryTerms) {
                taken |= takes(market, bidder, new AnswerInquiry(7, 0, true));
            } else if (!over) {
                market.bid(bidder, asked(market));
                taken |= isAccepted(market);
            }
        }
        return taken;
    }

    private static boolean takesEnvelopes(MarketFixture market) {
        Money least = asked(market);
        List<Integer> sent = new ArrayList<>();
        for (int bidder : BIDDERS) {
            market.hold(bidder);
            String commitment = SealedCommitment.of(7, bidder - ALICE + 1, amount(least, bidder), SALT);
            if (takes(market, bidder, new SubmitEnvelope(7, 0, commitment, ""))) {
                sent.add(bidder);
            }
        }
        market.atMicros(market.market().nextDue()).tick();
        return !sent.isEmpty()
                && sent.stream()
                        .allMatch(bidder -> takes(market, bidder, new OpenEnvelope(7, 0, amount(least, bidder), SALT)));
    }

    private static Money amount(Money least, int bidder) {
        return new Money(least.fen() + bidder);
    }

    private static boolean takes(MarketFixture market, int bidder, Command act) {
        market.by(bidder, act);
        return isAccepted(market);
    }

    private static boolean isAccepted(MarketFixture market) {
        return market.last().stream().noneMatch(CommandRejected.class::isInstance);
    }

    /** The price asked last. */
    private static Money asked(MarketFixture market) {
        Money asked = Money.ZERO;
        for (List<Event> caused : market.history()) {
            for (Event event : caused) {
                if (event instanceof LotOpened opened) {
                    asked = opened.nextMinimum();
                } else if (event instanceof BidAccepted bid) {
                    asked = bid.nextMinimum();
                } else if (event instanceof StageOpened stage && stage.price().fen() > 0) {
                    asked = stage.price();
                }
            }
        }
        return asked;
    }
}
