package org.gavel.protocol.event;

/** Why a lot is paused. */
public enum PauseCause {
    /** The clerk said so. */
    CLERK,
    /** The node stopped cleanly. */
    STOP,
    /** The node was found to have stopped without saying so. */
    OUTAGE,
    /** Too many of its bidders could not reach the venue. */
    CONNECTIVITY
}
