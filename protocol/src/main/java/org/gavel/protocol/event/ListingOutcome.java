package org.gavel.protocol.event;

/** How a listing ended. */
public enum ListingOutcome {
    /** Two or more parties: its lot opens. */
    COMPETITION,
    /** One party, and the agreement is concluded: its lot is awarded. */
    AGREED,
    /** Nobody qualified: its lot passes. */
    NO_PARTY,
    /** One party, and no agreement in time: its lot passes. */
    NO_AGREEMENT,
    /** 撤牌: its lot is withdrawn. */
    WITHDRAWN,
    /** 终结: its lot is terminated. */
    TERMINATED
}
