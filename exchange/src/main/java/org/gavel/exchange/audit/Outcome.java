package org.gavel.exchange.audit;

/** What became of a journaled command. */
public enum Outcome {
    /** It took effect. */
    ACCEPTED,
    /** It was refused and changed nothing. */
    REJECTED,
    /** It was known already: its first answer stands. */
    REPEATED,
    /** Nobody can say: the journal was not replayed and the event log does not reach here. */
    UNKNOWN
}
