package org.gavel.protocol.value;

import java.time.Duration;
import org.gavel.protocol.reject.Require;

/**
 * The inquiry between free and limited bidding (询问期; {@code market-rules} 2.6): who has bid says whether they go on.
 *
 * @param duration how long they may answer
 */
public record InquiryTerms(Duration duration) implements PhaseTerms {
    public InquiryTerms {
        duration = Require.positive(duration, "duration");
    }

    /** Nobody bids here. */
    @Override
    public Money start() {
        return Money.ZERO;
    }
}
