package org.gavel.exchange.engine.auction;

import org.gavel.protocol.value.EnglishTerms;
import org.gavel.protocol.value.InquiryTerms;
import org.gavel.protocol.value.JapaneseTerms;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.StepRoundsTerms;
import org.gavel.protocol.value.TimedTerms;

/** Makes the mechanism that runs a phase's terms. */
@FunctionalInterface
public interface Mechanisms {
    /** Every mechanism this release knows. */
    Mechanisms ALL = Mechanisms::known;

    Mechanism of(PhaseTerms terms);

    private static Mechanism known(PhaseTerms terms) {
        if (terms instanceof InquiryTerms inquiry) {
            return new Inquiry(inquiry);
        }
        if (terms instanceof JapaneseTerms japanese) {
            return new JapaneseAuction(japanese);
        }
        if (terms instanceof StepRoundsTerms rounds) {
            return new StepRounds(rounds);
        }
        if (terms instanceof TimedTerms timed) {
            return new TimedBidding(timed);
        }
        return new EnglishAuction((EnglishTerms) terms);
    }
}
