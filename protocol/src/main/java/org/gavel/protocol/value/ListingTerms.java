package org.gavel.protocol.value;

import java.time.Duration;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;

/**
 * The course of a listing's disclosure ({@code market-rules} 2.3). Days are working days; a term ends at the closing
 * hour of its last day.
 *
 * @param days the disclosure period (信息披露期); the day of the announcement is the first
 * @param closing the closing hour, from 00:00 in Beijing: more than PT0S, at most PT24H, which also stands where absent
 * @param decideDays how long an intention waits for its qualification to be decided; 5 where absent
 * @param silenceQualifies what is not decided by then counts as granted; else the place is lost
 * @param depositDays how long who is qualified has for the deposit; 3 where absent
 * @param agreeDays how long an agreement with an only party can be concluded; 5 where absent
 * @param opening the hour of the first working day after the decision at which the lot opens; PT0S: at once
 */
public record ListingTerms(
        int days,
        Duration closing,
        ListingExtension extension,
        int decideDays,
        boolean silenceQualifies,
        int depositDays,
        int agreeDays,
        Duration opening) {
    /** The most days of any term. */
    public static final int MAX_DAYS = 250;

    private static final Duration DAY = Duration.ofHours(24);

    public ListingTerms {
        Require.between(days, 1, MAX_DAYS, "terms.days");
        closing = withinDay(closing == null ? DAY : Require.positive(closing, "terms.closing"), "terms.closing");
        extension = extension == null ? ListingExtension.NONE : extension;
        decideDays = orElse(decideDays, 5, "terms.decideDays");
        depositDays = orElse(depositDays, 3, "terms.depositDays");
        agreeDays = orElse(agreeDays, 5, "terms.agreeDays");
        opening = withinDay(Require.duration(opening, "terms.opening"), "terms.opening");
    }

    private static int orElse(int given, int usual, String field) {
        Require.between(given, 0, MAX_DAYS, field);
        return given == 0 ? usual : given;
    }

    private static Duration withinDay(Duration given, String field) {
        if (given.compareTo(DAY) > 0) {
            throw new InvalidValue(RejectReason.BAD_FIELD, field, "must be at most PT24H");
        }
        return given;
    }

    /** The instant at which a term ends whose last day this is, in microseconds since 1970. */
    public long closeOf(Day last) {
        return last.begins() + Micros.of(closing);
    }
}
