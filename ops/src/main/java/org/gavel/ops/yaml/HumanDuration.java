package org.gavel.ops.yaml;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gavel.protocol.reject.Require;

/** Durations as people write them: {@code 90s}, {@code 5m}, {@code 1h30m}, or as on the wire: {@code PT5M}. */
public final class HumanDuration {
    static final String ALLOWED = "a duration such as 90s, 5m, 1h30m or PT5M, at most 366 days";

    private static final Pattern WRITTEN = Pattern.compile(
            "(?:([0-9]{1,9})d)?(?:([0-9]{1,9})h)?(?:([0-9]{1,9})m)?(?:([0-9]{1,9})s)?(?:([0-9]{1,9})ms)?");

    private HumanDuration() {}

    /** The duration; an {@link IllegalArgumentException} says what to write. */
    public static Duration parse(String written) {
        Duration duration = written.startsWith("P") ? iso(written) : units(written);
        if (duration.isNegative() || duration.compareTo(Require.MAX_DURATION) > 0) {
            throw new IllegalArgumentException("must be " + ALLOWED);
        }
        return duration;
    }

    private static Duration iso(String written) {
        try {
            return Duration.parse(written);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("must be " + ALLOWED, e);
        }
    }

    private static Duration units(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        if (written.isEmpty() || !matcher.matches()) {
            throw new IllegalArgumentException("must be " + ALLOWED);
        }
        return Duration.ofDays(count(matcher, 1))
                .plusHours(count(matcher, 2))
                .plusMinutes(count(matcher, 3))
                .plusSeconds(count(matcher, 4))
                .plusMillis(count(matcher, 5));
    }

    private static long count(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Long.parseLong(matcher.group(group));
    }
}
