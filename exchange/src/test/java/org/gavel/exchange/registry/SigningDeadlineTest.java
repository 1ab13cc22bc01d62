package org.gavel.exchange.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Five working days, as in MR-T36: from Monday 2026-03-02 to the end of Monday 2026-03-09. */
class SigningDeadlineTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-02T10:00:00+08:00, 2026-03-10T00:00:00+08:00",
        "2026-03-02T00:00:00+08:00, 2026-03-10T00:00:00+08:00",
        "2026-03-02T23:59:59.999999+08:00, 2026-03-10T00:00:00+08:00",
        "2026-03-06T15:00:00+08:00, 2026-03-14T00:00:00+08:00",
        "2026-03-07T15:00:00+08:00, 2026-03-14T00:00:00+08:00",
        "2026-03-08T15:00:00+08:00, 2026-03-14T00:00:00+08:00"
    })
    void fifthWorkingDayAfterTheAwardEndsAtMidnightInBeijing(OffsetDateTime award, OffsetDateTime deadline) {
        assertEquals(micros(deadline), SigningDeadline.after(micros(award)));
    }

    private static long micros(OffsetDateTime time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time.toInstant());
    }
}
