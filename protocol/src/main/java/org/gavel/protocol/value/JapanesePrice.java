package org.gavel.protocol.value;

/** What the last one left in a Japanese auction pays. */
public enum JapanesePrice {
    /** The level at which nobody else was left. */
    AT_STOP,
    /** The last level that two or more accepted. */
    LAST_TWO
}
