package org.gavel.protocol.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.gavel.protocol.codec.json.CanonicalJson;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Share;
import org.junit.jupiter.api.Test;

class LotAwardedTest {
    private static final Money AMOUNT = new Money(480);

    @Test
    void onlyWinnerOfAWholeLotIsWrittenAsBeforeThereWereOthers() {
        LotAwarded award = new LotAwarded(7, 1, 2, AMOUNT, 3, 4);
        String written = "{\"amount\":\"480\",\"bids\":3,\"closedAt\":4,\"event\":\"LotAwarded\",\"lot\":7,"
                + "\"paddle\":2,\"winner\":1}";
        assertEquals(written, CanonicalJson.write(JsonCodec.tree(award)));
        assertEquals(award, JsonCodec.event(JsonCodec.parse(written)));
    }

    @Test
    void oneOfSeveralWinnersSaysWhichAndWhatTheyHave() {
        LotAwarded award = new LotAwarded(7, 1, 2, AMOUNT, 3, 4, new Share(2, 3, 4, new Money(120)));
        assertEquals(
                "{\"place\":2,\"unitPrice\":\"120\",\"units\":4,\"winners\":3}",
                CanonicalJson.write(JsonCodec.tree(award).get("share")));
        assertEquals(award, JsonCodec.event(JsonCodec.tree(award)));
    }

    @Test
    void shareThatCannotBeIsRefused() {
        assertThrows(InvalidValue.class, () -> new Share(0, 1, 0, Money.ZERO));
        assertThrows(InvalidValue.class, () -> new Share(3, 2, 0, Money.ZERO));
        assertThrows(InvalidValue.class, () -> new Share(1, Share.MAX_WINNERS + 1, 0, Money.ZERO));
        assertThrows(InvalidValue.class, () -> new Share(1, 1, 5, Money.ZERO));
        assertThrows(InvalidValue.class, () -> new Share(1, 1, 0, AMOUNT));
    }
}
