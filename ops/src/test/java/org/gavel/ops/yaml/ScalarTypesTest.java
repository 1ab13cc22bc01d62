package org.gavel.ops.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.gavel.protocol.value.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarTypesTest {
    @ParameterizedTest
    @CsvSource({
        "200万, 200000000",
        "200 万, 200000000",
        "2000000, 200000000",
        "1234.5, 123450",
        "1234.50, 123450",
        "0.01, 1",
        "0, 0",
        "2.5万, 2500000",
        "0.000001万, 1",
        "1.000, 100",
        "999999999999.99, 99999999999999"
    })
    void readsMoneyInYuanAndWan(String written, long fen) {
        assertEquals(new Money(fen), HumanMoney.parse(written));
    }

    @ParameterizedTest
    @CsvSource({
        "12.345, has a fraction of a fen",
        "0.0000001万, has a fraction of a fen",
        "-5, is negative",
        "1000000000000, is too large",
        "999999999999999万, is too large",
        "1e6, must be yuan",
        "ten, must be yuan",
        "5元, must be yuan",
        "'', must be yuan",
        "万, must be yuan",
        ".5, must be yuan"
    })
    void saysWhatIsWrongWithMoney(String written, String expected) {
        var refused = assertThrows(IllegalArgumentException.class, () -> HumanMoney.parse(written));
        assertTrue(refused.getMessage().startsWith(expected), refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "90s, PT90S",
        "5m, PT5M",
        "1h30m, PT1H30M",
        "PT5M, PT5M",
        "500ms, PT0.5S",
        "2d, PT48H",
        "0s, PT0S",
        "366d, PT8784H"
    })
    void readsDurations(String written, Duration expected) {
        assertEquals(expected, HumanDuration.parse(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "5 m", "m", "30m1h", "-5m", "PT-5M", "P5", "367d", "999999999h", "1.5h"})
    void refusesOtherDurations(String written) {
        assertThrows(IllegalArgumentException.class, () -> HumanDuration.parse(written));
    }

    @Test
    void readsTimesWithTheirOffsetOnly() {
        assertEquals(1_764_554_400_000_000L, HumanTime.parse("2025-12-01T10:00:00+08:00"));
        assertEquals(1_764_554_400_000_001L, HumanTime.parse("2025-12-01T02:00:00.000001Z"));
        assertThrows(IllegalArgumentException.class, () -> HumanTime.parse("2025-12-01T10:00:00"));
        assertThrows(IllegalArgumentException.class, () -> HumanTime.parse("2025-12-01"));
        assertThrows(IllegalArgumentException.class, () -> HumanTime.parse("1969-12-01T10:00:00Z"));
    }
}
