package org.gavel.exchange.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Stream;
import org.gavel.protocol.value.PhaseTerms;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KnownMechanismsTest {
    private static Stream<Class<?>> terms() {
        return leaves(PhaseTerms.class);
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(KnownMechanismsTest::leaves)
                : Stream.of(type);
    }

    @ParameterizedTest
    @MethodSource("terms")
    void everyTermsHaveAMechanism(Class<?> terms) {
        assertTrue(new KnownMechanisms().knows(terms), terms.getSimpleName());
    }
}
