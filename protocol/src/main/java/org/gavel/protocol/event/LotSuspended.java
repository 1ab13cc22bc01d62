package org.gavel.protocol.event;

/**
 * The lot stands still after a fault of ours; nothing else is touched.
 *
 * @param remaining in microseconds
 */
public record LotSuspended(int lot, long remaining, String reason) implements LotEvent {}
