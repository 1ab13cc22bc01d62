package org.gavel.ops.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.gavel.exchange.audit.JournalCourse.Extent;

/** Journal times for people: ISO 8601 in Beijing time, to the microsecond, whatever the machine's own zone is. */
public final class AuditTime {
    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx", Locale.ROOT);
    private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("uuuu年M月d日 HH:mm:ss.SSS", Locale.ROOT);

    private AuditTime() {}

    /** Microseconds since 1970 as {@code 2026-11-22T14:55:00.000000+08:00}; a dash for 0. */
    public static String write(long micros) {
        return micros == 0 ? "-" : at(micros).format(WRITTEN);
    }

    /** The same for a Chinese document, {@code 2026年11月22日 14:55:00.000}, Beijing time. */
    public static String chinese(long micros) {
        return micros == 0 ? "—" : at(micros).format(CHINESE);
    }

    /** The day in Beijing, {@code 2026-11-22}. */
    public static String day(long micros) {
        return at(micros).toLocalDate().toString();
    }

    private static OffsetDateTime at(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atOffset(BEIJING);
    }

    /** How far to read: a sequence, or a time with its offset; an {@link IllegalArgumentException} says what to write. */
    public static Extent until(String written) {
        if (written.matches("[1-9][0-9]{0,17}")) {
            return new Extent(Long.parseLong(written), Long.MAX_VALUE, false);
        }
        try {
            Instant time = OffsetDateTime.parse(written).toInstant();
            return new Extent(Long.MAX_VALUE, ChronoUnit.MICROS.between(Instant.EPOCH, time), false);
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "must be a sequence from 1, or a time with its offset such as 2026-12-01T10:00:00+08:00", e);
        }
    }
}
