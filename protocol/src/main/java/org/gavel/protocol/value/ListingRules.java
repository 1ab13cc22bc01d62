package org.gavel.protocol.value;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a listing is held to beside its notice, its price and its deposit.
 *
 * @param leastCycleDays working days an automatic extension lasts at least
 */
@JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Limit.UnlessNone.class)
public record ListingRules(Limit leastCycleDays) {
    static final ListingRules NONE = new ListingRules(null);

    public ListingRules {
        leastCycleDays = Limit.orNone(leastCycleDays);
    }
}
