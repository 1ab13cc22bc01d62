package org.gavel.protocol.event;

/** Why an intention lost its place in a listing. */
public enum LapseCause {
    /** Nobody decided its qualification in time. */
    UNDECIDED,
    /** The deposit was not held in time. */
    DEPOSIT_LATE
}
