package org.gavel.protocol.event;

/** Why a book is in another phase. */
public enum BookPhaseCause {
    /** Its trading day says so. */
    SCHEDULE,
    /** The venue's staff, for the reason given. */
    STAFF,
    /** A trade would have left the price band. */
    VOLATILITY,
    /** The call before has ended with a cross. */
    CROSSED,
    /** The call has no price yet and goes on until somebody ends it. */
    NO_PRICE,
    /** The node was away. */
    OUTAGE,
    /** A fault of the venue's software in this book. */
    FAULT
}
