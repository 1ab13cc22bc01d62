package org.gavel.protocol.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "!", "~", "12345678", "123456789", "0123456789abcdef"})
    void keepsItsText(String text) {
        assertEquals(text, ClientId.parse(text).toString());
    }

    @Test
    void readsBackEveryIdItWrote() {
        Draw.many(5_000, draw -> {
            ClientId cid = draw.cid();
            assertEquals(cid, ClientId.parse(cid.toString()));
            assertEquals(cid, new ClientId(cid.high(), cid.low()));
        });
    }

    @Test
    void tellsIdsApartThatOnlyDifferAtTheEnd() {
        assertNotEquals(ClientId.parse("0123456789abcdef"), ClientId.parse("0123456789abcdee"));
        assertNotEquals(ClientId.parse("1"), ClientId.parse("10"));
    }

    @ParameterizedTest
    @NullAndEmptySource
    void demandsAnId(String text) {
        InvalidValue refusal = assertThrows(InvalidValue.class, () -> ClientId.parse(text));
        assertEquals(RejectReason.CID_MISSING, refusal.reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456789abcdefg", " ", "a b", "a\u0000", "\u007f", "é", "拍", "a\n", "😀"})
    void refusesWhatIsNotVisibleAscii(String text) {
        InvalidValue refusal = assertThrows(InvalidValue.class, () -> ClientId.parse(text));
        assertEquals(RejectReason.BAD_FIELD, refusal.reason());
        assertEquals("cid", refusal.field());
    }

    /** Bytes of a record that no text could have made. */
    @ParameterizedTest
    @CsvSource({
        "0, 0x6100000000000000",
        "0x6100000000000000, 0x6100000000000000",
        "0x6100610000000000, 0",
        "0x0061000000000000, 0",
        "0x2000000000000000, 0",
        "0x7f00000000000000, 0",
        "-1, -1",
        "0, 1"
    })
    void refusesBytesThatAreNoText(String high, String low) {
        assertThrows(InvalidValue.class, () -> new ClientId(Long.decode(high), Long.decode(low)));
    }

    @Test
    void isNoneWithoutText() {
        assertTrue(ClientId.NONE.isNone());
        assertEquals("", ClientId.NONE.toString());
    }
}
