package org.gavel.ops.event.lot;

import org.gavel.ops.yaml.HumanMoney;
import org.gavel.ops.yaml.ScalarType;
import org.gavel.protocol.value.Money;

/**
 * What a bidder must have held: an amount, or whole percents of the start price.
 *
 * @param percent 0 to 100; 0 where the amount counts
 */
record DepositRate(int percent, Money amount) {
    static final ScalarType<DepositRate> TYPE = new ScalarType<>(
            "an amount such as 20万, or whole percents of the start price, such as 10%", false, given -> parse(given));

    private static DepositRate parse(String written) {
        if (written.endsWith("%")) {
            if (!written.matches("([1-9]?[0-9]|100)%")) {
                throw new IllegalArgumentException("must be whole percents from 0% to 100%, or an amount");
            }
            return new DepositRate(Integer.parseInt(written.substring(0, written.length() - 1)), Money.ZERO);
        }
        return new DepositRate(0, HumanMoney.parse(written));
    }

    /** For this start price; percents are rounded down to the fen. */
    Money of(Money start) {
        return percent == 0 ? amount : new Money(start.fen() / 100 * percent + start.fen() % 100 * percent / 100);
    }
}
