package org.gavel.ops.yaml;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gavel.protocol.value.Money;

/** Money as people write it: yuan with at most two decimals, or 万 (ten thousand yuan): {@code 200万}, {@code 1234.50}. */
public final class HumanMoney {
    static final String ALLOWED = "yuan with at most two decimals, such as 1234.50, or 万 of yuan, such as 200万";

    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,15}(?:\\.[0-9]{1,9})?) ?(万)?");
    private static final int FEN_DIGITS = 2;
    private static final int WAN_DIGITS = 6;

    private HumanMoney() {}

    /** The amount; an {@link IllegalArgumentException} says what is wrong and what to write. */
    public static Money parse(String written) {
        if (written.matches("-[0-9.]+ ?万?")) {
            throw new IllegalArgumentException("is negative; must be " + ALLOWED);
        }
        Matcher matcher = WRITTEN.matcher(written);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("must be " + ALLOWED);
        }
        BigDecimal fen =
                new BigDecimal(matcher.group(1)).movePointRight(matcher.group(2) == null ? FEN_DIGITS : WAN_DIGITS);
        if (fen.stripTrailingZeros().scale() > 0) {
            throw new IllegalArgumentException("has a fraction of a fen; must be " + ALLOWED);
        }
        if (fen.compareTo(BigDecimal.valueOf(Money.MAX_FEN)) > 0) {
            throw new IllegalArgumentException("is too large; must be at most 999999999999.99 yuan");
        }
        return new Money(fen.longValueExact());
    }

    static Money parsePrice(String written) {
        Money amount = parse(written);
        if (amount.fen() == 0) {
            throw new IllegalArgumentException("must be above zero");
        }
        return amount;
    }
}
