package org.gavel.protocol.event;

/** The lot opens at this time, microseconds since 1970, or when the clerk opens it (0). */
public record LotPostponed(int lot, long opensAt, String reason) implements LotEvent {}
