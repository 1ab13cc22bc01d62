package org.gavel.protocol.value;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How bidding must be held.
 *
 * @param leastHours how long a bidding phase lasts at least
 * @param softCloseSeconds a bid in the last so many seconds gives as many after it, however often
 * @param minBidders with fewer admitted bidders nothing is sold
 */
@JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Limit.UnlessNone.class)
public record BiddingRules(Limit leastHours, Limit softCloseSeconds, Limit minBidders) {
    static final BiddingRules NONE = new BiddingRules(null, null, null);

    public BiddingRules {
        leastHours = Limit.orNone(leastHours);
        softCloseSeconds = Limit.orNone(softCloseSeconds);
        minBidders = Limit.orNone(minBidders);
    }
}
