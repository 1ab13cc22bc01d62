package org.gavel.exchange.engine.auction;

import org.gavel.protocol.value.EnglishTerms;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.SealedTerms;

/** Makes the mechanism that runs a phase's terms. */
@FunctionalInterface
public interface Mechanisms {
    /** Every mechanism this release knows. */
    Mechanisms ALL = terms -> {
        if (terms instanceof SealedTerms sealed) {
            return new SealedBid(sealed);
        }
        return new EnglishAuction((EnglishTerms) terms);
    };

    Mechanism of(PhaseTerms terms);
}
