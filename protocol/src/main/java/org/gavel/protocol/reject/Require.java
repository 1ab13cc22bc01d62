package org.gavel.protocol.reject;

import java.time.Duration;
import java.util.List;

/** Guards for the constructors of values and commands; each names the field and what it takes. */
public final class Require {
    /** The longest free text a command may hold, in UTF-16 units. */
    public static final int MAX_TEXT = 500;

    /** The largest number a message may hold, 2^53 - 1: every JSON reader keeps it exactly (RFC 8785). */
    public static final long MAX_NUMBER = 9_007_199_254_740_991L;

    /** The longest duration of a phase, a pause or a period. */
    public static final Duration MAX_DURATION = Duration.ofDays(366);

    private Require() {}

    public static <T> T present(T value, String field) {
        if (value == null) {
            throw new InvalidValue(RejectReason.MISSING_FIELD, field, "is required");
        }
        return value;
    }

    /** Numbers of lots, participants and roadshows: 1 to 2,147,483,647. */
    public static int id(int value, String field) {
        if (value <= 0) {
            throw new InvalidValue(RejectReason.BAD_FIELD, field, "must be a number above 0");
        }
        return value;
    }

    public static long between(long value, long least, long most, String field) {
        if (value < least || value > most) {
            throw new InvalidValue(RejectReason.BAD_FIELD, field, "must be from " + least + " to " + most);
        }
        return value;
    }

    /** Whole microseconds, not negative, at most {@link #MAX_DURATION}; absent reads as zero. */
    public static Duration duration(Duration value, String field) {
        Duration given = value == null ? Duration.ZERO : value;
        if (given.isNegative() || given.compareTo(MAX_DURATION) > 0 || given.toNanosPart() % 1000 != 0) {
            throw new InvalidValue(
                    RejectReason.BAD_FIELD, field, "must be from PT0S to PT8784H, in whole microseconds");
        }
        return given;
    }

    public static Duration positive(Duration value, String field) {
        Duration given = duration(value, field);
        if (given.isZero()) {
            throw new InvalidValue(RejectReason.BAD_FIELD, field, "must be longer than PT0S");
        }
        return given;
    }

    /** Text without control characters or broken surrogates; absent reads as empty. */
    public static String text(String value, String field) {
        String given = value == null ? "" : value;
        if (given.length() > MAX_TEXT) {
            throw new InvalidValue(RejectReason.BAD_FIELD, field, "must have at most " + MAX_TEXT + " characters");
        }
        if (!isWellFormed(given)) {
            throw new InvalidValue(RejectReason.BAD_FIELD, field, "must not hold half characters (lone surrogates)");
        }
        if (given.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidValue(RejectReason.BAD_FIELD, field, "must not hold control characters");
        }
        return given;
    }

    /** Whether every surrogate is one of a pair, so that the text has a UTF-8 form. */
    public static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean isPair = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
                if (!isPair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /** A SHA-256 in 64 lower-case hex digits. */
    public static String sha256(String value, String field) {
        if (!present(value, field).matches("[0-9a-f]{64}")) {
            throw new InvalidValue(RejectReason.BAD_FIELD, field, "must be 64 lower-case hex digits");
        }
        return value;
    }

    /** The public reason of an operator's act. */
    public static String reason(String value) {
        String given = text(value, "reason");
        if (given.isBlank()) {
            throw new InvalidValue(RejectReason.REASON_MISSING, "reason", "is required");
        }
        return given;
    }

    public static <T> List<T> list(List<T> value, int least, int most, String field) {
        List<T> given = value == null ? List.of() : value;
        boolean bad =
                given.size() < least || given.size() > most || given.stream().anyMatch(e -> e == null);
        if (bad) {
            throw new InvalidValue(RejectReason.BAD_FIELD, field, "must have " + least + " to " + most + " entries");
        }
        return List.copyOf(given);
    }
}
