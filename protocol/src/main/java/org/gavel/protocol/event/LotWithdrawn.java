package org.gavel.protocol.event;

/** The lot is withdrawn; nothing is sold. */
public record LotWithdrawn(int lot, String reason) implements LotEvent {}
