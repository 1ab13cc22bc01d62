package org.gavel.protocol.event;

/** Bidding goes on. */
public record LotResumed(int lot, long closesAt, String reason) implements LotEvent {}
