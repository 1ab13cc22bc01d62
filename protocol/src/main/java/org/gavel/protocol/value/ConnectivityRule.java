package org.gavel.protocol.value;

import java.time.Duration;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;

/**
 * When a lot pauses because its bidders cannot reach the venue: as soon as at least {@code percent} of them have given
 * no sign of life for {@code silence}. Only bidders admitted to the lot who had been connected count.
 *
 * @param percent 1 to 100; 0 where nothing pauses it
 * @param silence from a second to an hour
 */
public record ConnectivityRule(int percent, Duration silence) {
    /** Missing bidders never pause the lot. */
    public static final ConnectivityRule NONE = new ConnectivityRule(0, Duration.ZERO);

    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofHours(1);

    public ConnectivityRule {
        Require.between(percent, 0, 100, "outage.connectivity.percent");
        silence = percent == 0 ? Duration.ZERO : Require.positive(silence, "outage.connectivity.silence");
        if (percent > 0 && (silence.compareTo(LEAST) < 0 || silence.compareTo(MOST) > 0)) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "outage.connectivity.silence", "must be from PT1S to PT1H");
        }
    }

    /** Whether so many missing of those who had been connected are enough to pause. */
    public boolean isBroken(int seen, int missing) {
        return percent > 0 && missing > 0 && (long) missing * 100 >= (long) seen * percent;
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
