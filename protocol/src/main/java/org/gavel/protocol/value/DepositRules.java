package org.gavel.protocol.value;

import com.fasterxml.jackson.annotation.JsonInclude;

/** What a deposit may be, in hundredths of the start price; both ends are allowed (Civil Code art. 1259). */
@JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Limit.UnlessNone.class)
public record DepositRules(Limit leastPercent, Limit mostPercent) {
    static final DepositRules NONE = new DepositRules(null, null);

    public DepositRules {
        leastPercent = Limit.orNone(leastPercent);
        mostPercent = Limit.orNone(mostPercent);
    }

    public Money least(Money start) {
        return leastPercent.leastShareOf(start);
    }

    /** The highest deposit; meaningless where {@code mostPercent} is not set. */
    public Money most(Money start) {
        return mostPercent.mostShareOf(start);
    }
}
