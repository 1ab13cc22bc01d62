package org.gavel.protocol.event;

/** Why a deposit was forfeited. */
public enum ForfeitCause {
    /** A sealed bid was never opened. */
    NO_REVEAL
}
