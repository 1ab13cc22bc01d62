package org.gavel.protocol.value;

/** Why a listing stands still ({@code market-rules} 6, suspension causes): the people's grounds, and what the engine finds. */
public enum SuspensionCause {
    /** An attack on the venue's systems. */
    ATTACK,
    /** A failure of power, network, database or systems. */
    FAILURE,
    /** Something confidential may have leaked. */
    LEAK,
    /** By order of an authority or a court. */
    AUTHORITY,
    /** Somebody asked for it with a lawful reason. */
    REQUEST,
    /** The title is disputed. */
    TITLE_DISPUTE,
    /** An objection is being looked into (异议). */
    OBJECTION,
    OTHER,
    /** The engine's: the holiday calendar of a year is missing, so that days cannot be counted. */
    CALENDAR,
    /** The engine's: a fault of its software. */
    FAULT
}
