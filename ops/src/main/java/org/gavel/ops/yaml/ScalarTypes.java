package org.gavel.ops.yaml;

import java.time.Duration;
import java.util.List;
import org.gavel.protocol.reject.Require;
import org.gavel.protocol.value.Money;

/** The kinds of single values Gavel's files hold. Each names what it allows. */
public final class ScalarTypes {
    /** 1 to 500 characters. */
    public static final ScalarType<String> TEXT = text(Require.MAX_TEXT);

    public static final ScalarType<Boolean> FLAG = new ScalarType<>("true or false", true, ScalarTypes::flag);

    /** The number of a lot, a participant or a session. */
    public static final ScalarType<Integer> NUMBER = whole(1, Integer.MAX_VALUE);

    public static final ScalarType<Money> MONEY = new ScalarType<>(HumanMoney.ALLOWED, false, HumanMoney::parse);

    /** Money above zero. */
    public static final ScalarType<Money> PRICE = new ScalarType<>(HumanMoney.ALLOWED, false, HumanMoney::parsePrice);

    public static final ScalarType<Duration> DURATION =
            new ScalarType<>(HumanDuration.ALLOWED, false, HumanDuration::parse);

    /** Microseconds since 1970. */
    public static final ScalarType<Long> TIME = new ScalarType<>(HumanTime.ALLOWED, false, HumanTime::parse);

    private ScalarTypes() {}

    public static ScalarType<String> text(int most) {
        String allowed = "text of 1 to " + most + " characters without control characters";
        return new ScalarType<>(allowed, false, given -> {
            if (given.isBlank() || given.length() > most) {
                throw new IllegalArgumentException("must be " + allowed);
            }
            return Require.text(given, "the text");
        });
    }

    /** Text of which the whole must match the pattern. */
    public static ScalarType<String> matching(String pattern, String allowed) {
        return new ScalarType<>(allowed, false, given -> {
            if (!given.matches(pattern)) {
                throw new IllegalArgumentException("must be " + allowed);
            }
            return given;
        });
    }

    public static ScalarType<Integer> whole(int least, int most) {
        String allowed = "a whole number from " + least + " to " + most;
        return new ScalarType<>(allowed, true, given -> {
            boolean fits = given.matches("0|[1-9][0-9]{0,9}")
                    && Long.parseLong(given) >= least
                    && Long.parseLong(given) <= most;
            if (!fits) {
                throw new IllegalArgumentException("must be " + allowed);
            }
            return Integer.parseInt(given);
        });
    }

    public static ScalarType<String> oneOf(List<String> words) {
        String allowed = words.size() == 1 ? words.get(0) : "one of " + String.join(", ", words);
        return new ScalarType<>(allowed, false, given -> {
            if (!words.contains(given)) {
                throw new IllegalArgumentException("must be " + allowed);
            }
            return given;
        });
    }

    private static Boolean flag(String given) {
        if (!given.equals("true") && !given.equals("false")) {
            throw new IllegalArgumentException("must be true or false");
        }
        return given.equals("true");
    }
}
