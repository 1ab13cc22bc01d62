package org.gavel.protocol.value;

import java.time.Duration;
import org.gavel.protocol.reject.Require;

/**
 * How rights of first refusal (优先购买权) are exercised on a lot ({@code auction-mechanisms} 2.13).
 *
 * @param askFor how long whoever is asked has for an answer; zero where nobody is asked
 * @param singleUse true: each holder matches at most once on the lot
 */
public record PriorityRule(PriorityMode mode, Duration askFor, boolean singleUse) {
    /** Nobody has a right. */
    public static final PriorityRule NONE = new PriorityRule(PriorityMode.NONE, Duration.ZERO, false);

    public PriorityRule {
        mode = mode == null ? PriorityMode.NONE : mode;
        askFor = mode.asks() ? Require.positive(askFor, "priority.askFor") : Duration.ZERO;
        singleUse = singleUse && mode != PriorityMode.NONE;
    }

    /** Leaves NONE unwritten, as it was before there were others: the bytes of old journals stay the same. */
    public static final class UnlessNone {
        @Override
        public boolean equals(Object rule) {
            return NONE.equals(rule);
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }
}
