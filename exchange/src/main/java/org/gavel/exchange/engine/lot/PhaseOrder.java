package org.gavel.exchange.engine.lot;

import java.util.List;
import java.util.stream.IntStream;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.value.BestBidTerms;
import org.gavel.protocol.value.DutchTerms;
import org.gavel.protocol.value.EnglishTerms;
import org.gavel.protocol.value.InquiryTerms;
import org.gavel.protocol.value.JapaneseTerms;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.PriorityMode;
import org.gavel.protocol.value.ProxyTerms;
import org.gavel.protocol.value.ScoreTerms;
import org.gavel.protocol.value.StepRoundsTerms;
import org.gavel.protocol.value.TimedTerms;

/** Which phases can be one lot's: each must be able to go on from what the one before found. */
final class PhaseOrder {
    private PhaseOrder() {}

    /**
     * A clock begins with nothing; a best bid needs somebody who stopped a clock; an inquiry asks those who have bid in
     * the phase before it, and only limited-time bidding keeps out whoever did not answer; prices move one way.
     */
    static boolean fits(List<PhaseTerms> phases) {
        PhaseTerms first = phases.get(0);
        return !(first instanceof BestBidTerms)
                && !(first instanceof InquiryTerms)
                && phases.stream().skip(1).allMatch(phase -> follows(phase, first))
                && IntStream.range(1, phases.size()).allMatch(place -> isAskedInPlace(phases, place));
    }

    /** Scores weigh whole offers: nothing goes before or after them, and at an equal price there is nothing to match. */
    static boolean leavesScoresAlone(AnnounceLot lot) {
        boolean isAlone = lot.phases().size() == 1 && lot.priority().mode() == PriorityMode.NONE;
        return isAlone || lot.phases().stream().noneMatch(ScoreTerms.class::isInstance);
    }

    private static boolean follows(PhaseTerms phase, PhaseTerms first) {
        boolean hasClock = first instanceof DutchTerms;
        return phase.reverse() == first.reverse()
                && !(phase instanceof DutchTerms)
                && (hasClock || !(phase instanceof BestBidTerms));
    }

    private static boolean isAskedInPlace(List<PhaseTerms> phases, int place) {
        if (!(phases.get(place) instanceof InquiryTerms)) {
            return true;
        }
        boolean keepsOut = place + 1 < phases.size() && phases.get(place + 1) instanceof TimedTerms;
        return keepsOut && knowsWhoBid(phases.get(place - 1));
    }

    private static boolean knowsWhoBid(PhaseTerms phase) {
        return phase instanceof EnglishTerms
                || phase instanceof ProxyTerms
                || phase instanceof TimedTerms
                || phase instanceof StepRoundsTerms
                || phase instanceof JapaneseTerms;
    }
}
