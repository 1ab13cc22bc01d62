package org.gavel.protocol.value;

import java.time.Duration;
import org.gavel.protocol.reject.Require;

/**
 * The last phase after a falling clock: whoever stopped it may better the best bid there is
 * ({@code auction-mechanisms} 2.7, test D3).
 *
 * @param duration how long they have
 */
public record BestBidTerms(Duration duration) implements PhaseTerms {
    public BestBidTerms {
        duration = Require.positive(duration, "duration");
    }

    /** None of its own: what the phases before found. */
    @Override
    public Money start() {
        return Money.ZERO;
    }
}
