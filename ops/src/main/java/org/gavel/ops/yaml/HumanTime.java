package org.gavel.ops.yaml;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.gavel.protocol.reject.Require;

/** Points of time as people write them: ISO 8601 with the offset, {@code 2026-12-01T10:00:00+08:00}. */
final class HumanTime {
    static final String ALLOWED = "a time with its offset, such as 2026-12-01T10:00:00+08:00";

    private HumanTime() {}

    /** Microseconds since 1970. */
    static long parse(String written) {
        try {
            long micros = ChronoUnit.MICROS.between(
                    Instant.EPOCH, OffsetDateTime.parse(written).toInstant());
            return Require.between(micros, 1, Require.MAX_NUMBER, "the time");
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("must be " + ALLOWED, e);
        }
    }
}
