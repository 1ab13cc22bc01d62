package org.gavel.exchange.engine.book;

/** Why an order, or what was left of it, ended without being filled. */
public enum Ending {
    /** Its owner cancelled it, or reduced it to nothing. */
    CANCELLED,
    /** All orders of its owner in the book were cancelled. */
    MASS_CANCELLED,
    /** Its time had come. */
    EXPIRED,
    /** Immediate or cancel: what found nobody at once. */
    REMAINDER,
    /** Fill or kill: the whole could not be filled at once. */
    UNFILLABLE,
    /** It met an order of the same participant. */
    SELF_TRADE
}
