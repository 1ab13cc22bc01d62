package org.gavel.protocol.value;

import java.util.List;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;

/**
 * One year's days off and make-up working days (国务院办公厅节假日安排), ascending. A correction is a newer version.
 *
 * @param holidays days off; those that fall on a weekend may be left out
 * @param workdays Saturdays and Sundays on which work is made up for
 * @param source the notice it is taken from
 */
public record HolidayCalendar(
        int year, int version, List<Day> holidays, List<Day> workdays, String source, SourceMark mark) {
    /** The most days of either kind. */
    public static final int MAX_DAYS = 100;

    public HolidayCalendar {
        Require.between(year, 1970, 2199, "year");
        Require.between(version, 1, 1_000, "version");
        holidays = checked(holidays, year, "holidays");
        workdays = checked(workdays, year, "workdays");
        for (Day day : workdays) {
            if (!day.isWeekend() || holidays.contains(day)) {
                throw new InvalidValue(
                        RejectReason.BAD_FIELD, "workdays", "must be Saturdays and Sundays that are no holidays");
            }
        }
        source = Require.text(Require.present(source, "source"), "source");
        mark = Require.present(mark, "mark");
    }

    private static List<Day> checked(List<Day> days, int year, String field) {
        List<Day> given = Require.list(days, 0, MAX_DAYS, field);
        for (int i = 0; i < given.size(); i++) {
            if (given.get(i).year() != year || (i > 0 && given.get(i).compareTo(given.get(i - 1)) <= 0)) {
                throw new InvalidValue(RejectReason.BAD_FIELD, field, "must be days of " + year + ", ascending");
            }
        }
        return given;
    }

    boolean isWorking(Day day) {
        return workdays.contains(day) || (!day.isWeekend() && !holidays.contains(day));
    }
}
