package org.gavel.ops.yaml;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.Require;
import org.gavel.protocol.value.Day;
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

    /** A day in Beijing, as {@code 2026-12-31}. */
    public static final ScalarType<Day> DAY = new ScalarType<>("a day such as 2026-12-31", false, ScalarTypes::day);

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

    /** A whole number from 1 on that may be beyond an int. */
    public static ScalarType<Long> count(long most) {
        String allowed = "a whole number from 1 to " + most;
        return new ScalarType<>(allowed, true, given -> {
            if (!given.matches("[1-9][0-9]{0,17}") || Long.parseLong(given) > most) {
                throw new IllegalArgumentException("must be " + allowed);
            }
            return Long.parseLong(given);
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

    /** One of these words; capitals do not matter. */
    public static <T> ScalarType<T> word(Map<String, T> words) {
        String allowed = (words.size() == 1 ? "" : "one of ") + String.join(", ", words.keySet());
        Map<String, T> known = new HashMap<>();
        words.forEach((word, value) -> known.put(word.toLowerCase(Locale.ROOT), value));
        return new ScalarType<>(allowed, false, given -> {
            T value = known.get(given.toLowerCase(Locale.ROOT));
            if (value == null) {
                throw new IllegalArgumentException("must be " + allowed);
            }
            return value;
        });
    }

    /** One of an enum's constants, written as keys are: {@code atStop} for {@code AT_STOP}. */
    public static <E extends Enum<E>> ScalarType<E> word(Class<E> type) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            words.put(camelCase(constant.name()), constant);
        }
        return word(words);
    }

    private static String camelCase(String constant) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < constant.length(); i++) {
            boolean begins = i > 0 && constant.charAt(i - 1) == '_';
            char letter = constant.charAt(i);
            if (letter != '_') {
                word.append(begins ? letter : Character.toLowerCase(letter));
            }
        }
        return word.toString();
    }

    private static Day day(String given) {
        try {
            return Day.parse(given);
        } catch (InvalidValue refused) {
            throw new IllegalArgumentException("must be a day such as 2026-12-31", refused);
        }
    }

    private static Boolean flag(String given) {
        if (!given.equals("true") && !given.equals("false")) {
            throw new IllegalArgumentException("must be true or false");
        }
        return given.equals("true");
    }
}
