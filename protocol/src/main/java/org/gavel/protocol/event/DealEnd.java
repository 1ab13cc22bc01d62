package org.gavel.protocol.event;

/** Why an offer or a need ended, neither of which is a lot of its own. */
public enum DealEnd {
    /** Everything offered is sold. */
    SOLD_OUT,
    /** Its time is over. */
    TIME_OVER,
    /** A matched need became a negotiated deal. */
    HANDED_OVER,
    /** The venue took it back. */
    TAKEN_BACK
}
