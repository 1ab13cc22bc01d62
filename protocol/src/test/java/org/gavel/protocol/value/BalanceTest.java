package org.gavel.protocol.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.gavel.protocol.reject.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BalanceTest {
    @Test
    void mayBeMoreThanAnAmount() {
        String more = "299999999999997";
        assertEquals(more, Balance.parse(more).toString());
        assertThrows(InvalidValue.class, () -> Money.parse(more));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 1", "-1", "1.5", "1e3", "9223372036854775808"})
    void isAWholeNumberOfFenNotBelowZero(String text) {
        assertThrows(InvalidValue.class, () -> Balance.parse(text));
    }
}
