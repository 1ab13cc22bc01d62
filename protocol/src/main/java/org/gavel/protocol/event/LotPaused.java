package org.gavel.protocol.event;

/**
 * Bidding is interrupted; the lot keeps the time it has left.
 *
 * @param remaining in microseconds
 */
public record LotPaused(int lot, PauseCause cause, long remaining, String reason) implements LotEvent {}
