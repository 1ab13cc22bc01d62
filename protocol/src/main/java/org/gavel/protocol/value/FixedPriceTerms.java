package org.gavel.protocol.value;

import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;

/**
 * 技术淘: a price, and whoever orders at it first has it (price–time). Either one exclusive sale, or non-exclusive licences
 * (an open licence is nothing else: 专利法 arts 50, 51).
 *
 * @param deposit what of the price is held with the order: zero to the whole price
 * @param exclusive the whole right, to one buyer
 * @param licences how many licences there are; 0: not limited. None where the sale is exclusive
 * @param until the first instant too late for an order, microseconds since 1970; 0: until sold out or taken back
 */
public record FixedPriceTerms(Money price, Money deposit, boolean exclusive, int licences, long until)
        implements DealTerms {
    public FixedPriceTerms {
        price = Require.present(price, "price").positive("price");
        deposit = deposit == null ? Money.ZERO : deposit;
        if (deposit.compareTo(price) > 0) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "deposit", "must not be above the price");
        }
        Require.between(licences, 0, Integer.MAX_VALUE, "licences");
        if (exclusive && licences != 0) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "licences", "belongs to a sale that is not exclusive");
        }
        Require.between(until, 0, Require.MAX_NUMBER, "until");
    }

    /** How many can be sold; {@link Integer#MAX_VALUE} where that is not limited. */
    public int limit() {
        if (exclusive) {
            return 1;
        }
        return licences == 0 ? Integer.MAX_VALUE : licences;
    }

    @Override
    public boolean isLot() {
        return false;
    }
}
