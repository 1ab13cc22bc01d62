package org.gavel.protocol.event;

/** What a stage of a phase is. */
public enum StageKind {
    /** A priced round that the first valid action ends. */
    ROUND,
    /** A break between rounds in which no bids are taken. */
    PAUSE,
    /** One price of a rising or falling clock. */
    LEVEL,
    /** One bidder's turn. */
    TURN,
    /** Who has bid is asked whether they go on (询问期). */
    INQUIRY,
    /** The countdown that every bid restarts (限时竞价). */
    LIMITED,
    /** Sealed bids are taken. */
    SEALED,
    /** Sealed bids are opened. */
    REVEAL,
    /** One bidder is asked. */
    ASK
}
