package org.gavel.protocol.event;

/**
 * An objection is decided.
 *
 * @param upheld the deal is over; else it goes on once none is open
 * @param open how many are still to be decided
 */
public record ObjectionDecided(int lot, int objection, boolean upheld, int open, String reason)
        implements LotEvent, DeskEvent {}
