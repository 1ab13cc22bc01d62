package org.gavel.exchange.engine.book;

/** What becomes of the part of a new order that finds nobody at once. */
public enum Execution {
    /** It rests until it is filled, cancelled or its time has come. */
    RESTING,
    /** It is cancelled (immediate or cancel). */
    IOC,
    /** Where the whole would not be filled at once, nothing is (fill or kill). */
    FOK,
    /** The order is refused where any part would be filled at once. */
    POST_ONLY
}
