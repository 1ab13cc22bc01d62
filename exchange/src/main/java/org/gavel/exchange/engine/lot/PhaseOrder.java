package org.gavel.exchange.engine.lot;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.value.BestBidTerms;
import org.gavel.protocol.value.DutchTerms;
import org.gavel.protocol.value.EnglishTerms;
import org.gavel.protocol.value.InquiryTerms;
import org.gavel.protocol.value.JapaneseTerms;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.PriorityMode;
import org.gavel.protocol.value.ProxyTerms;
import org.gavel.protocol.value.QuotesTerms;
import org.gavel.protocol.value.ScoreTerms;
import org.gavel.protocol.value.SealedTerms;
import org.gavel.protocol.value.StepRoundsTerms;
import org.gavel.protocol.value.TimedTerms;

/** Which phases can be one lot's: each must be able to take somebody, whatever the ones before it found. */
public final class PhaseOrder {
    /** The phases that know afterwards who has bid in them. */
    private static final Set<Class<? extends PhaseTerms>> KNOW_WHO_BID = Set.of(
            EnglishTerms.class,
            ProxyTerms.class,
            TimedTerms.class,
            StepRoundsTerms.class,
            JapaneseTerms.class,
            QuotesTerms.class);

    private PhaseOrder() {}

    /** Why a phase cannot stand where it does. The table of them all, in the order in which they are looked for. */
    public enum Fault {
        /** A falling clock ignores what was found before it. */
        CLOCK_LATER("must be the first phase: a falling clock begins with nothing") {
            @Override
            boolean has(List<PhaseTerms> phases, int place) {
                return place > 0 && phases.get(place) instanceof DutchTerms;
            }
        },
        /** A best bid is open only to who stopped the clock, and only against somebody who outbid them. */
        BEST_BID_ALONE("must come directly after sealed phases that follow a falling clock") {
            @Override
            boolean has(List<PhaseTerms> phases, int place) {
                return phases.get(place) instanceof BestBidTerms && !followsASealedClock(phases, place);
            }
        },
        /** The clock's winner has had the last word. */
        AFTER_BEST_BID("must not follow bestBid, which is the last phase of a lot") {
            @Override
            boolean has(List<PhaseTerms> phases, int place) {
                return place > 0 && phases.get(place - 1) instanceof BestBidTerms;
            }
        },
        /** Whoever is asked must have bid. */
        NOBODY_TO_ASK(
                "must come directly after english, proxy, timed, stepRounds, japanese or quotes: it asks those who bid there") {
            @Override
            boolean has(List<PhaseTerms> phases, int place) {
                boolean asks = phases.get(place) instanceof InquiryTerms;
                return asks
                        && (place == 0
                                || !KNOW_WHO_BID.contains(phases.get(place - 1).getClass()));
            }
        },
        /** Only limited-time bidding keeps out whoever did not answer. */
        ASKS_IN_VAIN("must come directly before timed, which alone keeps out whoever stayed silent") {
            @Override
            boolean has(List<PhaseTerms> phases, int place) {
                boolean asks = phases.get(place) instanceof InquiryTerms;
                return asks && (place + 1 == phases.size() || !(phases.get(place + 1) instanceof TimedTerms));
            }
        },
        /** Quotes are given before the lot opens. */
        QUOTES_LATER("must be the first phase: its quotes are given in a listing, before the lot opens") {
            @Override
            boolean has(List<PhaseTerms> phases, int place) {
                return place > 0 && phases.get(place) instanceof QuotesTerms;
            }
        },
        /** The best price of the one is the worst of the other. */
        OTHER_WAY("lets prices move the other way than the first phase; let all rise or all fall") {
            @Override
            boolean has(List<PhaseTerms> phases, int place) {
                return phases.get(place).reverse() != phases.get(0).reverse();
            }
        };

        private final String sentence;

        Fault(String sentence) {
            this.sentence = sentence;
        }

        abstract boolean has(List<PhaseTerms> phases, int place);

        /** What is wrong with the phase, to follow its name. */
        public String sentence() {
            return sentence;
        }

        private static boolean followsASealedClock(List<PhaseTerms> phases, int place) {
            List<PhaseTerms> between = place < 2 ? List.of() : phases.subList(1, place);
            return !between.isEmpty()
                    && phases.get(0) instanceof DutchTerms
                    && between.stream().allMatch(SealedTerms.class::isInstance);
        }
    }

    /**
     * The first phase that cannot stand where it does.
     *
     * @param phase counted from 1
     */
    public record Misfit(int phase, Fault why) {}

    /** Empty where the phases can be one lot's. */
    public static Optional<Misfit> misfit(List<PhaseTerms> phases) {
        for (int place = 0; place < phases.size(); place++) {
            for (Fault fault : Fault.values()) {
                if (fault.has(phases, place)) {
                    return Optional.of(new Misfit(place + 1, fault));
                }
            }
        }
        return Optional.empty();
    }

    /** Scores weigh whole offers: nothing goes before or after them, and at an equal price there is nothing to match. */
    static boolean leavesScoresAlone(AnnounceLot lot) {
        boolean isAlone = lot.phases().size() == 1 && lot.priority().mode() == PriorityMode.NONE;
        return isAlone || lot.phases().stream().noneMatch(ScoreTerms.class::isInstance);
    }
}
