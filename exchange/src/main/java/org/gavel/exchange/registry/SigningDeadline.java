package org.gavel.exchange.registry;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * When the contract must be signed: within {@value #WORKING_DAYS} working days of the award, the day of the award not
 * counted and the last day ending at midnight (Civil Code art. 201 and 203). Saturdays and Sundays are skipped;
 * official holidays and make-up days are not known here, so the deadline is never later than the law's on account of
 * a holiday.
 */
final class SigningDeadline {
    static final int WORKING_DAYS = 5;

    /** China has one time, without summer time. */
    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

    private SigningDeadline() {}

    /** The first instant that is too late; both in microseconds since 1970. */
    static long after(long award) {
        Instant hammer = Instant.EPOCH.plus(award, ChronoUnit.MICROS);
        LocalDate day = LocalDate.ofInstant(hammer, BEIJING);
        for (int counted = 0; counted < WORKING_DAYS; ) {
            day = day.plusDays(1);
            counted += working(day) ? 1 : 0;
        }
        Instant midnight = day.plusDays(1).atStartOfDay().toInstant(BEIJING);
        return ChronoUnit.MICROS.between(Instant.EPOCH, midnight);
    }

    private static boolean working(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
