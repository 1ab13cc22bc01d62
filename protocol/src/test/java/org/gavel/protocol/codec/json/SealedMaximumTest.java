package org.gavel.protocol.codec.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.gavel.protocol.command.PlaceMaximum;
import org.gavel.protocol.value.Money;
import org.junit.jupiter.api.Test;

/** What the journal holds of a maximum. */
class SealedMaximumTest {
    private static final Sealer REVERSING = new Sealer() {
        @Override
        public String seal(String plain) {
            return "x" + new StringBuilder(plain).reverse();
        }

        @Override
        public String open(String sealed) {
            return new StringBuilder(sealed.substring(1)).reverse().toString();
        }
    };

    private final PlaceMaximum placed = new PlaceMaximum(7, 12, new Money(123_456_789));

    @Test
    void restsSealedAndIsReadAgain() {
        ObjectNode resting = JsonCodec.tree(placed, REVERSING);

        assertFalse(resting.toString().contains("123456789"), resting::toString);
        assertEquals(placed, JsonCodec.command(resting, REVERSING));
    }

    /** A cipher keeps the length of what it seals. */
    @Test
    void showsNotEvenHowManyDigitsItHas() {
        ObjectNode least = JsonCodec.tree(new PlaceMaximum(7, 12, new Money(1)), REVERSING);
        ObjectNode most = JsonCodec.tree(new PlaceMaximum(7, 12, new Money(Money.MAX_FEN)), REVERSING);

        assertEquals(least.toString().length(), most.toString().length());
        assertEquals(new PlaceMaximum(7, 12, new Money(1)), JsonCodec.command(least, REVERSING));
    }

    @Test
    void readsOneThatWasNeverSealed() {
        assertEquals(placed, JsonCodec.command(JsonCodec.tree(placed), REVERSING));
    }

    @Test
    void sealsTheSaltOfItsCommitmentToo() {
        String salt = "0123456789abcdef".repeat(4);
        PlaceMaximum committed = new PlaceMaximum(7, 12, new Money(5), salt);
        ObjectNode resting = JsonCodec.tree(committed, REVERSING);

        assertFalse(resting.toString().contains(salt), resting::toString);
        assertEquals(committed, JsonCodec.command(resting, REVERSING));
    }
}
