package org.gavel.exchange.audit;

/** Where the outcomes of a reading come from, and so what they are worth. */
public enum Basis {
    /** The journal was replayed with everything in it readable: outcomes are proven. */
    REPLAYED,
    /** Something is sealed and no key was given: outcomes are those of the event log, which is derived and not chained. */
    EVENT_LOG
}
