package org.gavel.protocol.event;

/**
 * The lot closed unsold (流拍).
 *
 * @param closedAt the instant of the close, in microseconds since 1970
 */
public record LotPassed(int lot, PassCause cause, int bids, long closedAt) implements LotEvent {}
