package org.gavel.protocol.event;

/**
 * The free use of a deal's licensee has begun.
 *
 * @param closesAt the first instant too late to take it at the agreed price, microseconds since 1970
 */
public record UseBegun(int lot, long closesAt) implements LotEvent {}
