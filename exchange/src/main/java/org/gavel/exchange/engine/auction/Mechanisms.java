package org.gavel.exchange.engine.auction;

import org.gavel.protocol.value.PhaseTerms;

/** Makes the mechanism that runs a phase's terms. */
@FunctionalInterface
public interface Mechanisms {
    Mechanism of(PhaseTerms terms);
}
