package org.gavel.exchange.engine.auction;

import org.gavel.protocol.value.BestBidTerms;
import org.gavel.protocol.value.DutchTerms;
import org.gavel.protocol.value.EnglishTerms;
import org.gavel.protocol.value.InquiryTerms;
import org.gavel.protocol.value.JapaneseTerms;
import org.gavel.protocol.value.LiveTerms;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.ProxyTerms;
import org.gavel.protocol.value.ReverseRoundsTerms;
import org.gavel.protocol.value.SealedTerms;
import org.gavel.protocol.value.StepRoundsTerms;
import org.gavel.protocol.value.TimedTerms;

/** Makes the mechanism that runs a phase's terms. */
@FunctionalInterface
public interface Mechanisms {
    /** Every mechanism this release knows. */
    Mechanisms ALL = Mechanisms::make;

    Mechanism of(PhaseTerms terms);

    private static Mechanism make(PhaseTerms terms) {
        if (terms instanceof DutchTerms dutch) {
            return new DutchClock(dutch);
        }
        if (terms instanceof BestBidTerms best) {
            return new BestBid(best);
        }
        if (terms instanceof ReverseRoundsTerms rounds) {
            return new ReverseRounds(rounds);
        }
        if (terms instanceof ProxyTerms proxy) {
            return new ProxyAuction(proxy);
        }
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
        if (terms instanceof LiveTerms live) {
            return new LiveAuction(live);
        }
        if (terms instanceof SealedTerms sealed) {
            return new SealedBid(sealed);
        }
        return new EnglishAuction((EnglishTerms) terms);
    }
}
