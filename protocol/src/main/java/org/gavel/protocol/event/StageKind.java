package org.gavel.protocol.event;

/** What a stage of a phase is for. */
public enum StageKind {
    /** A round of bidding. */
    ROUND,
    /** Nothing is taken until the next stage. */
    PAUSE,
    /** A level of a price clock. */
    LEVEL,
    /** One participant's turn. */
    TURN,
    /** Whether anybody wants to go on bidding. */
    INQUIRY,
    /** Bidding against a short deadline. */
    LIMITED,
    /** Envelopes are taken. */
    SEALED,
    /** Envelopes are opened. */
    REVEAL,
    /** A question put to one participant. */
    ASK
}
