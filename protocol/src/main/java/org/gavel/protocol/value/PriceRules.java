package org.gavel.protocol.value;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a lot may start at.
 *
 * @param leastPercent of the appraisal, at the first listing
 * @param reserveIsStart 1: the reserve is open and equals the start price
 */
@JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Limit.UnlessNone.class)
public record PriceRules(Limit leastPercent, Limit reserveIsStart) {
    static final PriceRules NONE = new PriceRules(null, null);

    public PriceRules {
        leastPercent = Limit.orNone(leastPercent);
        reserveIsStart = Limit.orNone(reserveIsStart);
    }

    /** The lowest start of a first listing. */
    public Money leastStart(Money appraisal) {
        return leastPercent.leastShareOf(appraisal);
    }
}
