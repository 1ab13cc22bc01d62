package org.gavel.protocol.value;

import java.util.Locale;
import java.util.regex.Pattern;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;

/**
 * An amount in fen, 0 to {@link #MAX_FEN}. The bound is that of the real bidding systems
 * (999,999,999,999.99 yuan), far enough below {@code Long} that no sum of two can overflow.
 */
public record Money(long fen) implements Comparable<Money> {
    /** 999,999,999,999.99 yuan. */
    public static final long MAX_FEN = 99_999_999_999_999L;

    public static final Money ZERO = new Money(0);

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]+");
    private static final Pattern FRACTION = Pattern.compile("-?[0-9]*\\.[0-9]+");

    public Money {
        if (fen < 0) {
            throw new InvalidValue(RejectReason.AMOUNT_NEGATIVE, "amount", "is negative");
        }
        if (fen > MAX_FEN) {
            throw new InvalidValue(RejectReason.AMOUNT_OUT_OF_RANGE, "amount", "is too large");
        }
    }

    /** Whole fen in decimal digits, as on the wire. */
    public static Money parse(String text) {
        if (!WHOLE.matcher(text).matches()) {
            RejectReason reason =
                    FRACTION.matcher(text).matches() ? RejectReason.AMOUNT_FRACTIONAL : RejectReason.BAD_FIELD;
            throw new InvalidValue(reason, "amount", "is not a whole number of fen");
        }
        if (text.startsWith("-")) {
            throw new InvalidValue(RejectReason.AMOUNT_NEGATIVE, "amount", "is negative");
        }
        String digits = text.startsWith("0") ? text.replaceFirst("^0+(?=.)", "") : text;
        if (digits.length() > 18) {
            throw new InvalidValue(RejectReason.AMOUNT_OUT_OF_RANGE, "amount", "is too large");
        }
        return new Money(Long.parseLong(digits));
    }

    /** A price someone offers or asks: above zero. */
    public Money positive(String field) {
        if (fen == 0) {
            throw new InvalidValue(RejectReason.AMOUNT_ZERO, field, "is zero");
        }
        return this;
    }

    /** For people: yuan with two decimals and separators, {@code 3,200,000.00}. */
    public String yuan() {
        return String.format(Locale.ROOT, "%,d.%02d", fen / 100, fen % 100);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }

    @Override
    public String toString() {
        return Long.toString(fen);
    }

    /** A JSON filter: zero is left unwritten. */
    public static final class UnlessZero {
        @Override
        public boolean equals(Object amount) {
            return ZERO.equals(amount);
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }
}
