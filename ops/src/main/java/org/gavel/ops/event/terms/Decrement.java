package org.gavel.ops.event.terms;

import java.math.BigDecimal;
import org.gavel.ops.yaml.HumanMoney;
import org.gavel.ops.yaml.ScalarType;
import org.gavel.protocol.value.Money;

/**
 * What each stage of a falling clock takes off: hundredths of a percent of the start price, or an amount.
 *
 * @param basisPoints 0 where the amount counts
 */
record Decrement(int basisPoints, Money amount) {
    static final Decrement NOTHING = new Decrement(0, Money.ZERO);

    static final ScalarType<Decrement> TYPE = new ScalarType<>(
            "an amount such as 5000, or percents of the start price, such as 1% or 0.25%",
            false, given -> parse(given));

    private static Decrement parse(String written) {
        Decrement fall = written.endsWith("%") ? percents(written) : new Decrement(0, HumanMoney.parse(written));
        if (fall.equals(NOTHING)) {
            throw new IllegalArgumentException("must be above zero");
        }
        return fall;
    }

    private static Decrement percents(String written) {
        if (!written.matches("[0-9]{1,2}(\\.[0-9]{1,2})?%")) {
            throw new IllegalArgumentException("must be from 0.01% to 99.99% with at most two decimals, or an amount");
        }
        String percents = written.substring(0, written.length() - 1);
        return new Decrement(new BigDecimal(percents).movePointRight(2).intValueExact(), Money.ZERO);
    }
}
