package org.gavel.exchange.engine.auction;

import org.gavel.protocol.value.EnglishTerms;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.ProxyTerms;

/** Makes the mechanism that runs a phase's terms. */
@FunctionalInterface
public interface Mechanisms {
    /** Every mechanism this release knows. */
    Mechanisms ALL = terms -> {
        if (terms instanceof EnglishTerms english) {
            return new EnglishAuction(english);
        }
        return new ProxyAuction((ProxyTerms) terms);
    };

    Mechanism of(PhaseTerms terms);
}
