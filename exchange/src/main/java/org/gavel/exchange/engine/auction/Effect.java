package org.gavel.exchange.engine.auction;

/** What an accepted act did to the phase it was accepted in. */
public enum Effect {
    /** The phase goes on as before. */
    STANDS,
    /** The phase goes on and closes later: a public extension. */
    EXTENDED,
    /** A stage of the phase ended and another began, with a deadline of its own. */
    STAGE,
    /** The phase is over at this instant. */
    ENDED
}
