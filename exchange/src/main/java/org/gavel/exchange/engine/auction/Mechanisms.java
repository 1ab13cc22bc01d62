package org.gavel.exchange.engine.auction;

import org.gavel.protocol.value.BestBidTerms;
import org.gavel.protocol.value.DutchTerms;
import org.gavel.protocol.value.EnglishTerms;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.ProxyTerms;
import org.gavel.protocol.value.ReverseRoundsTerms;

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
        return new EnglishAuction((EnglishTerms) terms);
    }
}
