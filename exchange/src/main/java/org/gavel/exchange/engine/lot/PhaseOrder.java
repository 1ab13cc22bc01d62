package org.gavel.exchange.engine.lot;

import java.util.List;
import org.gavel.protocol.value.BestBidTerms;
import org.gavel.protocol.value.DutchTerms;
import org.gavel.protocol.value.PhaseTerms;

/** Which phases can be one lot's: each must be able to go on from what the one before found. */
final class PhaseOrder {
    private PhaseOrder() {}

    /** A clock begins with nothing; a best bid needs somebody who stopped a clock; prices move one way. */
    static boolean fits(List<PhaseTerms> phases) {
        PhaseTerms first = phases.get(0);
        return !(first instanceof BestBidTerms) && phases.stream().skip(1).allMatch(phase -> follows(phase, first));
    }

    private static boolean follows(PhaseTerms phase, PhaseTerms first) {
        boolean hasClock = first instanceof DutchTerms;
        return phase.reverse() == first.reverse()
                && !(phase instanceof DutchTerms)
                && (hasClock || !(phase instanceof BestBidTerms));
    }
}
