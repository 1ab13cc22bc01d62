package org.gavel.exchange.engine.book;

/** How a book takes orders. From a halt it comes back through a call, from a call through its cross. */
public enum BookPhase {
    /** An order trades as soon as it finds another. */
    CONTINUOUS,
    /** Orders gather, may cross, and trade at one price when the call ends. */
    CALL,
    /** Orders can only be reduced and cancelled. */
    HALTED
}
