package org.gavel.protocol.event;

/** 终结: the sale of the lot is over for good; nothing is sold, every deposit is released. */
public record LotTerminated(int lot, String reason) implements LotEvent {}
