package org.gavel.protocol.event;

/**
 * A listing is over; what becomes of its lot follows.
 *
 * @param parties how many qualified parties it had
 * @param opensAt when the competition opens, in microseconds since 1970; 0 where there is none
 * @param closedAt in microseconds since 1970: never after what showed it
 * @param reason of whoever ended it; empty where time did
 */
public record ListingClosed(
        int listing, int lot, ListingOutcome outcome, int parties, long opensAt, long closedAt, String reason)
        implements LotEvent {}
