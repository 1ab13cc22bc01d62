package org.gavel.exchange.engine.auction;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.gavel.protocol.value.PhaseTerms;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KnownMechanismsTest {
    private static Class<?>[] terms() {
        return PhaseTerms.class.getPermittedSubclasses();
    }

    @ParameterizedTest
    @MethodSource("terms")
    void everyTermsHaveAMechanism(Class<?> terms) {
        assertTrue(new KnownMechanisms().knows(terms), terms.getSimpleName());
    }
}
