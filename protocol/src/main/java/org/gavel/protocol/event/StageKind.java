package org.gavel.protocol.event;

/** What a stage of a phase is for. */
public enum StageKind {
    /** A round in which everybody concerned may bid. */
    ROUND,
    /** Nobody may bid. */
    PAUSE,
    /** A price of a clock stands. */
    LEVEL,
    /** One paddle may bid. */
    TURN,
    /** Who goes on is asked. */
    INQUIRY,
    /** Limited-time bidding. */
    LIMITED,
    /** Bids are taken and kept secret. */
    SEALED,
    /** What was secret is published. */
    REVEAL,
    /** A question that somebody must answer. */
    ASK,
    /** A panel scores the bidders; no price is open yet. */
    SCORING
}
