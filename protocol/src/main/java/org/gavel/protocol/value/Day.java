package org.gavel.protocol.value;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;

/**
 * A legal day: a calendar day of China's one time, eight hours ahead of UTC all year.
 *
 * @param epoch days since 1970-01-01
 */
public record Day(int epoch) implements Comparable<Day> {
    private static final long MICROS = 86_400_000_000L;
    private static final long AHEAD = 8 * 3_600_000_000L;
    private static final int LAST = (int) (Require.MAX_NUMBER / MICROS);

    public Day {
        Require.between(epoch, 0, LAST, "day");
    }

    /** As {@code 2026-03-02}. */
    public static Day parse(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            return new Day(Math.toIntExact(date.toEpochDay()));
        } catch (DateTimeException e) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "day", "must be written as 2026-03-02");
        }
    }

    /** The day an instant falls on; microseconds since 1970. */
    public static Day at(long micros) {
        return new Day(Math.toIntExact((micros + AHEAD) / MICROS));
    }

    /** Its first instant, in microseconds since 1970; 0 for the very first day, which has none that can be named. */
    public long begins() {
        return Math.max(0, epoch * MICROS - AHEAD);
    }

    public Day plus(long days) {
        return new Day(Math.toIntExact(epoch + days));
    }

    public int year() {
        return date().getYear();
    }

    /** In digits, for a reject's detail: 20260302. */
    public int digits() {
        LocalDate date = date();
        return date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    }

    boolean isWeekend() {
        DayOfWeek day = date().getDayOfWeek();
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    }

    private LocalDate date() {
        return LocalDate.EPOCH.plus(epoch, ChronoUnit.DAYS);
    }

    @Override
    public int compareTo(Day other) {
        return Integer.compare(epoch, other.epoch);
    }

    @Override
    public String toString() {
        return date().toString();
    }
}
