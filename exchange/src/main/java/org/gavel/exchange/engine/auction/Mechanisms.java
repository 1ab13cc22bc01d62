package org.gavel.exchange.engine.auction;

import org.gavel.protocol.value.EnglishTerms;
import org.gavel.protocol.value.LiveTerms;
import org.gavel.protocol.value.PhaseTerms;

/** Makes the mechanism that runs a phase's terms. */
@FunctionalInterface
public interface Mechanisms {
    /** Every mechanism this release knows. */
    Mechanisms ALL =
            terms -> terms instanceof LiveTerms live ? new LiveAuction(live) : new EnglishAuction((EnglishTerms) terms);

    Mechanism of(PhaseTerms terms);
}
