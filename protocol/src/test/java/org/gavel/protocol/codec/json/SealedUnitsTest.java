package org.gavel.protocol.codec.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.gavel.protocol.command.BidUnits;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;
import org.gavel.protocol.value.Money;
import org.junit.jupiter.api.Test;

/** What the journal holds of a bid for units. */
class SealedUnitsTest {
    private static final Sealer SEALER = new MirrorSealer();

    private final BidUnits bid = new BidUnits(7, 12, 4_711L, new Money(123_456_789));

    @Test
    void restsSealedAndIsReadAgain() {
        ObjectNode resting = JsonCodec.tree(bid, SEALER);

        assertFalse(resting.toString().contains("4711"), resting::toString);
        assertFalse(resting.toString().contains("123456789"), resting::toString);
        assertEquals(bid, JsonCodec.command(resting, SEALER));
    }

    /** A cipher keeps the length of what it seals. */
    @Test
    void showsNotEvenHowManyDigitsItHas() {
        BidUnits smallest = new BidUnits(7, 12, 0L, Money.ZERO);
        BidUnits greatest = new BidUnits(7, 12, Require.MAX_NUMBER, new Money(Money.MAX_FEN));
        ObjectNode least = JsonCodec.tree(smallest, SEALER);
        ObjectNode most = JsonCodec.tree(greatest, SEALER);

        assertEquals(least.toString().length(), most.toString().length());
        assertEquals(smallest, JsonCodec.command(least, SEALER));
        assertEquals(greatest, JsonCodec.command(most, SEALER));
    }

    @Test
    void readsOneThatWasNeverSealed() {
        assertEquals(bid, JsonCodec.command(JsonCodec.tree(bid), SEALER));
    }

    @Test
    void refusesWhatIsNoSealedBid() {
        ObjectNode broken = JsonCodec.tree(bid, SEALER).put("sealed", SEALER.seal("12"));
        assertThrows(InvalidValue.class, () -> JsonCodec.command(broken, SEALER));
    }

    /** Under a clock 0 units are a farewell: nobody says it by leaving something out. */
    @Test
    void unitsMustBeSaid() {
        ObjectNode silent = JsonCodec.tree(bid);
        silent.remove("units");
        InvalidValue missing = assertThrows(InvalidValue.class, () -> JsonCodec.command(silent));
        assertEquals(RejectReason.MISSING_FIELD, missing.reason());
    }

    @Test
    void isNeverPrinted() {
        assertEquals("BidUnits[lot=7, bidder=12]", bid.toString());
    }
}
