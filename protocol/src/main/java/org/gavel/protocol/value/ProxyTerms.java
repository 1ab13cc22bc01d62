package org.gavel.protocol.value;

import java.time.Duration;
import java.util.List;
import org.gavel.protocol.reject.Require;

/**
 * Proxy (maximum) bidding: bidders leave a maximum and the venue bids for them, one increment above the best rival
 * ({@code auction-mechanisms} 2.3).
 *
 * @param start the first valid price, and the price the first maximum stands at
 * @param increments the ladder, rows ascending from 0
 * @param duration from opening to the scheduled close
 */
public record ProxyTerms(Money start, List<Step> increments, Duration duration, SoftClose softClose)
        implements PhaseTerms {
    public ProxyTerms {
        start = Require.present(start, "start").positive("start");
        increments = Step.ladder(increments);
        duration = Require.positive(duration, "duration");
        softClose = (softClose == null ? SoftClose.NONE : softClose).within(duration);
    }
}
