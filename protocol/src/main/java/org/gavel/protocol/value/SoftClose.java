package org.gavel.protocol.value;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;

/**
 * How accepted bids move the close (延时竞价; {@code auction-mechanisms} 2.2). Never past {@code latestClose} counted
 * from the opening, at most {@code maxExtensions} times, and never to an earlier time. A zero window means no
 * extension, except for CYCLE, which has none; a zero cap means none.
 */
public record SoftClose(
        Duration window,
        Duration extension,
        Duration latestClose,
        int maxExtensions,

        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = UnlessReset.class)
        Mode mode) {
    /** A hard close. */
    public static final SoftClose NONE = new SoftClose(Duration.ZERO, Duration.ZERO, Duration.ZERO, 0);

    /** What a bid does to the close. */
    public enum Mode {
        /** Within the window of the close: to a full extension after the bid (网络司法拍卖规定 art. 20). */
        RESET,
        /** Within the window of the close: an extension later than it was. */
        ADD,
        /** Whenever it comes: to a full cycle after the bid (限时竞价). */
        CYCLE
    }

    /** Leaves RESET unwritten, as it was before there were others: the bytes of old journals stay the same. */
    static final class UnlessReset {
        @Override
        public boolean equals(Object mode) {
            return mode == Mode.RESET;
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }

    public SoftClose {
        mode = mode == null ? Mode.RESET : mode;
        window = Require.duration(window, "softClose.window");
        boolean moves = mode == Mode.CYCLE || !window.isZero();
        extension = moves ? Require.positive(extension, "softClose.extension") : Duration.ZERO;
        latestClose = Require.duration(latestClose, "softClose.latestClose");
        Require.between(maxExtensions, 0, 1_000_000, "softClose.maxExtensions");
        if (mode == Mode.CYCLE && !window.isZero()) {
            throw new InvalidValue(
                    RejectReason.BAD_FIELD, "softClose.window", "has no meaning with CYCLE; leave it out");
        }
    }

    /** A RESET soft close. */
    public SoftClose(Duration window, Duration extension, Duration latestClose, int maxExtensions) {
        this(window, extension, latestClose, maxExtensions, Mode.RESET);
    }

    /** Refuses a cap that comes before the scheduled close. */
    SoftClose within(Duration duration) {
        if (!latestClose.isZero() && latestClose.compareTo(duration) < 0) {
            throw new InvalidValue(
                    RejectReason.BAD_FIELD, "softClose.latestClose", "must not be shorter than the duration");
        }
        return this;
    }
}
