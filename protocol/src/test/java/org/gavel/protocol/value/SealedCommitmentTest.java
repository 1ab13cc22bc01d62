package org.gavel.protocol.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.gavel.protocol.command.OpenEnvelope;
import org.gavel.protocol.command.SubmitEnvelope;
import org.gavel.protocol.reject.InvalidValue;
import org.junit.jupiter.api.Test;

/** The commitment is the reference's, and what cannot be an envelope is none. */
class SealedCommitmentTest {
    private static final String SALT = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
    private static final String VECTOR = "dbd02f24b540ab41215e7d3e3dadee282cc64abe4d89db29c5a7be7df3ebcd91";

    /** The vector of auction-mechanisms 2.8. */
    @Test
    void isTheReferencesVector() {
        assertEquals(VECTOR, SealedCommitment.of("LOT-1", "P07", "3200000.00", SALT));
    }

    @Test
    void writesLotPaddleAndAmountAsTheReferenceDoes() {
        assertEquals(VECTOR, SealedCommitment.of(1, 7, new Money(320_000_000), SALT));
        assertEquals(
                SealedCommitment.of("LOT-12", "P123", "0.05", SALT), SealedCommitment.of(12, 123, new Money(5), SALT));
        assertEquals(
                SealedCommitment.of("LOT-12", "P10", "1.50", SALT), SealedCommitment.of(12, 10, new Money(150), SALT));
    }

    @Test
    void anEnvelopeIsACommitmentAndABoundedCiphertext() {
        String longest = "A".repeat(SubmitEnvelope.MAX_CIPHERTEXT);
        assertEquals(longest, new SubmitEnvelope(1, 0, VECTOR, longest).ciphertext());
        assertThrows(InvalidValue.class, () -> new SubmitEnvelope(1, 0, VECTOR, longest + "AAAA"));
        assertThrows(InvalidValue.class, () -> new SubmitEnvelope(1, 0, VECTOR, "AAA"));
        assertThrows(InvalidValue.class, () -> new SubmitEnvelope(1, 0, VECTOR, "A?=="));
        assertThrows(InvalidValue.class, () -> new SubmitEnvelope(1, 0, VECTOR.substring(1), ""));
        assertThrows(
                InvalidValue.class,
                () -> new OpenEnvelope(1, 0, new Money(1), SALT.toUpperCase(java.util.Locale.ROOT)));
    }

    @Test
    void severalRoundsPayTheirOwnAmount() {
        Duration minute = Duration.ofMinutes(1);
        assertEquals(1, new SealedTerms(new Money(1), minute, minute, null, 0, 0).rounds());
        assertThrows(
                InvalidValue.class, () -> new SealedTerms(new Money(1), minute, minute, SealedPricing.SECOND, 0, 2));
        assertThrows(
                InvalidValue.class,
                () -> new SealedTerms(new Money(1), minute, minute, null, 0, SealedTerms.MAX_ROUNDS + 1));
    }
}
