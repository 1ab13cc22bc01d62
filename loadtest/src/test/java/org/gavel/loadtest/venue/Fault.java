package org.gavel.loadtest.venue;

import org.gavel.protocol.reject.RejectReason;

/** What a venue does wrong with one request. */
public enum Fault {
    /** Applies it and never answers. */
    SWALLOW_REPLY,
    /** Neither applies nor answers it. */
    SWALLOW_REQUEST,
    /** Drops the connection without applying it. */
    DROP_BEFORE,
    /** Applies it and drops the connection instead of answering. */
    DROP_AFTER,
    /** Does not apply it: the ring is full. */
    BUSY,
    /** Does not apply it: too many requests. */
    RATE_LIMITED,
    /** Does not apply it: the node is stopping. */
    DRAINING;

    /** The refusal without a place, or {@code NONE} where the fault is of another kind. */
    RejectReason refusal() {
        return switch (this) {
            case BUSY -> RejectReason.BUSY;
            case RATE_LIMITED -> RejectReason.RATE_LIMITED;
            case DRAINING -> RejectReason.DRAINING;
            default -> RejectReason.NONE;
        };
    }
}
