package org.gavel.protocol.event;

/**
 * What is due for a deal is due later, by as long as the venue's node was away.
 *
 * @param closesAt when it is due now, microseconds since 1970
 * @param by how much later, in microseconds
 */
public record DealMoved(int lot, long closesAt, long by) implements LotEvent {}
