package org.gavel.protocol.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource({
        "-1, AMOUNT_NEGATIVE",
        "-0, AMOUNT_NEGATIVE",
        "-99999999999999999999999, AMOUNT_NEGATIVE",
        "100000000000000, AMOUNT_OUT_OF_RANGE",
        "9223372036854775807, AMOUNT_OUT_OF_RANGE",
        "9223372036854775808, AMOUNT_OUT_OF_RANGE",
        "99999999999999999999999999, AMOUNT_OUT_OF_RANGE",
        "1.5, AMOUNT_FRACTIONAL",
        "1.0, AMOUNT_FRACTIONAL",
        ".5, AMOUNT_FRACTIONAL",
        "-1.5, AMOUNT_FRACTIONAL",
        "1., BAD_FIELD",
        "1e2, BAD_FIELD",
        "1E+2, BAD_FIELD",
        "1e999999999, BAD_FIELD",
        "'', BAD_FIELD",
        "-, BAD_FIELD",
        "+1, BAD_FIELD",
        "' 1', BAD_FIELD",
        "'1 ', BAD_FIELD",
        "'1 000', BAD_FIELD",
        "'1,000', BAD_FIELD",
        "0x10, BAD_FIELD",
        "NaN, BAD_FIELD",
        "１２, BAD_FIELD",
        "٣, BAD_FIELD",
        "'1\n', BAD_FIELD",
    })
    void refusesEachBadAmountWithItsCode(String text, RejectReason reason) {
        InvalidValue refusal = assertThrows(InvalidValue.class, () -> Money.parse(text));
        assertEquals(reason, refusal.reason());
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "007,7", "000000000000000000000000001,1", "99999999999999,99999999999999"})
    void readsWholeFen(String text, long fen) {
        assertEquals(new Money(fen), Money.parse(text));
    }

    @Test
    void refusesZeroAsAPrice() {
        InvalidValue refusal = assertThrows(InvalidValue.class, () -> Money.ZERO.positive("start"));
        assertEquals(RejectReason.AMOUNT_ZERO, refusal.reason());
        assertEquals("start", refusal.field());
    }

    @Test
    void refusesAmountsOutOfItsBounds() {
        assertEquals(RejectReason.AMOUNT_NEGATIVE, refusalOf(Long.MIN_VALUE));
        assertEquals(RejectReason.AMOUNT_NEGATIVE, refusalOf(-1));
        assertEquals(RejectReason.AMOUNT_OUT_OF_RANGE, refusalOf(Money.MAX_FEN + 1));
        assertEquals(RejectReason.AMOUNT_OUT_OF_RANGE, refusalOf(Long.MAX_VALUE));
    }

    private static RejectReason refusalOf(long fen) {
        return assertThrows(InvalidValue.class, () -> new Money(fen)).reason();
    }

    @Test
    void refusesLongTextQuickly() {
        String digits = "9".repeat(1_000_000);
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThrows(InvalidValue.class, () -> Money.parse(digits));
            assertThrows(InvalidValue.class, () -> Money.parse(digits + "x"));
            assertEquals(new Money(0), Money.parse("0".repeat(1_000_000)));
        });
    }

    @Test
    void showsYuanToPeople() {
        assertEquals("3,200,000.00", new Money(320_000_000).yuan());
        assertEquals("999,999,999,999.99", new Money(Money.MAX_FEN).yuan());
        assertEquals("0.07", new Money(7).yuan());
    }
}
