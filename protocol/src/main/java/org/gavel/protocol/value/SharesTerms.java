package org.gavel.protocol.value;

import java.time.Duration;
import org.gavel.protocol.reject.Require;

/**
 * Closed offers for units of a divided lot (份额报价; {@code auction-mechanisms} 2.10).
 *
 * @param units how many units there are
 * @param start the least price of a unit that may be offered
 * @param minUnits the fewest units of an offer; 0 reads as 1
 * @param duration how long offers are taken
 * @param pricing what a unit costs; absent reads as PAY_AS_BID
 * @param askFor how long a bidder who can only have the rest has to answer whether they take it
 */
public record SharesTerms(
        long units, Money start, long minUnits, Duration duration, SharesPricing pricing, Duration askFor)
        implements DividedTerms {
    public SharesTerms {
        DividedTerms.check(units, start);
        minUnits = minUnits == 0 ? 1 : minUnits;
        Require.between(minUnits, 1, units, "minUnits");
        duration = Require.positive(duration, "duration");
        pricing = pricing == null ? SharesPricing.PAY_AS_BID : pricing;
        askFor = Require.positive(askFor, "askFor");
    }
}
