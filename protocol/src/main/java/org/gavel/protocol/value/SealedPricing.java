package org.gavel.protocol.value;

/** What the winner of a sealed phase pays. */
public enum SealedPricing {
    /** Their own amount. */
    FIRST,
    /** The second highest amount, at least the reserve and the minimum (Vickrey). */
    SECOND
}
