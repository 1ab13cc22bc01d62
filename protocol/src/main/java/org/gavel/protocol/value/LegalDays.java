package org.gavel.protocol.value;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts days as the law does, over the calendars of the years it knows; in others only weekends are off, and
 * {@link #unknownYear} names them. Immutable.
 */
public final class LegalDays {
    private final SortedMap<Integer, HolidayCalendar> calendars;

    private LegalDays(SortedMap<Integer, HolidayCalendar> calendars) {
        this.calendars = calendars;
    }

    /** Knows no year. */
    public static LegalDays none() {
        return new LegalDays(new TreeMap<>());
    }

    /** The same, and this year's calendar in the place of an older one. */
    public LegalDays with(HolidayCalendar calendar) {
        SortedMap<Integer, HolidayCalendar> more = new TreeMap<>(calendars);
        more.put(calendar.year(), calendar);
        return new LegalDays(more);
    }

    /** The version known for the year, or 0. */
    public int version(int year) {
        return calendars.containsKey(year) ? calendars.get(year).version() : 0;
    }

    /** In order of their years. */
    public Collection<HolidayCalendar> calendars() {
        return calendars.values();
    }

    /** Those of the years between two days. */
    public Collection<HolidayCalendar> calendars(Day from, Day to) {
        return calendars.subMap(from.year(), to.year() + 1).values();
    }

    /** The first year from one day to the other whose calendar is not known, or 0. */
    public int unknownYear(Day from, Day to) {
        for (int year = from.year(); year <= to.year(); year++) {
            if (!calendars.containsKey(year)) {
                return year;
            }
        }
        return 0;
    }

    /**
     * The last of so many days after this one, which does not count; where it is off, the next working day
     * (Civil Code arts 201, 203).
     */
    public Day lastAfter(Day start, long days) {
        Day last = start.plus(days);
        while (!isWorking(last)) {
            last = last.plus(1);
        }
        return last;
    }

    /** The last of so many working days after this one, which does not count. */
    public Day lastWorkingAfter(Day start, long days) {
        Day last = start;
        for (long counted = 0; counted < days; ) {
            last = last.plus(1);
            counted += isWorking(last) ? 1 : 0;
        }
        return last;
    }

    /** The last of so many working days from this one on, which counts where it is one itself (disclosure). */
    public Day lastWorkingFrom(Day first, long days) {
        return isWorking(first) ? lastWorkingAfter(first, days - 1) : lastWorkingAfter(first, days);
    }

    /** The last day of a notice first published on this day. */
    public Day lastOfNotice(DayCount count, Day published, long days) {
        return count == DayCount.WORKING ? lastWorkingFrom(published, days) : lastAfter(published, days);
    }

    public boolean isWorking(Day day) {
        HolidayCalendar known = calendars.get(day.year());
        return known == null ? !day.isWeekend() : known.isWorking(day);
    }
}
