package org.gavel.protocol.value;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How many days lie between a lot's announcement and its opening.
 *
 * @param days for rights and other property
 * @param daysMovable for movables; where none is set, as {@code days}
 * @param daysAgain for a relisting; where none is set, as {@code days}
 * @param daysAgainMovable for a relisting of movables; where none is set, as {@code daysAgain}
 * @param leastAfterSuspension how many days a notice that was suspended goes on for at least
 */
@JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Limit.UnlessNone.class)
public record NoticeRules(
        DayCount count,
        Limit days,
        Limit daysMovable,
        Limit daysAgain,
        Limit daysAgainMovable,
        Limit leastAfterSuspension) {
    static final NoticeRules NONE = new NoticeRules(DayCount.CALENDAR, null, null, null, null, null);

    public NoticeRules {
        count = count == null ? DayCount.CALENDAR : count;
        days = Limit.orNone(days);
        daysMovable = Limit.orNone(daysMovable);
        daysAgain = Limit.orNone(daysAgain);
        daysAgainMovable = Limit.orNone(daysAgainMovable);
        leastAfterSuspension = Limit.orNone(leastAfterSuspension);
    }

    /** The limit for this kind of thing; not set where no notice is asked for. */
    public Limit of(boolean movable, boolean again) {
        Limit first = movable && daysMovable.isSet() ? daysMovable : days;
        Limit second = movable && daysAgainMovable.isSet() ? daysAgainMovable : daysAgain;
        return again && second.isSet() ? second : first;
    }

    /** Days a notice of {@code days} still runs when it goes on after {@code done} of them (MR-T33). */
    public long remaining(long done) {
        return Math.max(days.value() - done, leastAfterSuspension.value());
    }
}
