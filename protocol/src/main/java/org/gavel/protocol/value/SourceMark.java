package org.gavel.protocol.value;

/** How well the source of a legal value is known, as the market reference marks it. */
public enum SourceMark {
    /** Statute text that was read in full. */
    L,
    /** A stored copy of a rule on the web. */
    W,
    /** From memory: check it before anybody relies on it. */
    M,
    /** Our own proposal, no rule: check it before anybody relies on it. */
    P;

    /** Whether the value was never held against a text. */
    public boolean isUnverified() {
        return this == M || this == P;
    }
}
