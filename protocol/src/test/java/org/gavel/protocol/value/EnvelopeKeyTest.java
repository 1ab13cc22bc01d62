package org.gavel.protocol.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.reject.InvalidValue;
import org.junit.jupiter.api.Test;

/** A lot's envelope key is a real point of the curve with at least two holders, and absent where there is none. */
class EnvelopeKeyTest {
    /** The base point of P-256. */
    static final String GENERATOR =
            "BGsX0fLhLEJH-Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWT-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU";

    private static final List<String> HOLDERS = List.of("exchange", "regulator", "notary");

    private static SealedTerms terms(EnvelopeKey key) {
        return new SealedTerms(new Money(1), Duration.ofHours(1), Duration.ofHours(1), SealedPricing.FIRST, 0, 1, key);
    }

    private static void refuses(String field, String publicKey, int threshold, List<String> holders) {
        InvalidValue refusal = assertThrows(InvalidValue.class, () -> new EnvelopeKey(publicKey, threshold, holders));
        assertEquals("envelopeKey." + field, refusal.field());
    }

    @Test
    void isNamedByTheHashOfItsPoint() {
        assertEquals("698bea63dc44a344", new EnvelopeKey(GENERATOR, 2, HOLDERS).id());
    }

    @Test
    void takesNothingButAPointOfTheCurve() {
        byte[] point = Base64.getUrlDecoder().decode(GENERATOR);
        point[64] ^= 1;
        String beside = Base64.getUrlEncoder().withoutPadding().encodeToString(point);
        refuses("publicKey", beside, 2, HOLDERS);
        refuses("publicKey", GENERATOR.substring(1), 2, HOLDERS);
        refuses("publicKey", "A".repeat(87), 2, HOLDERS);
        refuses("publicKey", GENERATOR.replace('-', '+'), 2, HOLDERS);
    }

    @Test
    void needsTwoOfItsHoldersAtLeast() {
        refuses("threshold", GENERATOR, 1, HOLDERS);
        refuses("threshold", GENERATOR, 4, HOLDERS);
        refuses("holders", GENERATOR, 2, List.of("exchange"));
        refuses("holders", GENERATOR, 2, List.of("exchange", " "));
        refuses("holders", GENERATOR, 2, List.of("exchange", "exchange"));
    }

    @Test
    void isAbsentAsAWholeOrNotAtAll() {
        assertEquals(EnvelopeKey.NONE, new EnvelopeKey(null, 0, null));
        refuses("publicKey", "", 2, List.of());
        refuses("publicKey", "", 0, HOLDERS);
    }

    @Test
    void isUnwrittenWhereThereIsNone() {
        assertFalse(JsonCodec.tree(terms(EnvelopeKey.NONE)).has("envelopeKey"));
        EnvelopeKey key = new EnvelopeKey(GENERATOR, 2, HOLDERS);
        assertTrue(JsonCodec.tree(terms(key)).has("envelopeKey"));
    }
}
