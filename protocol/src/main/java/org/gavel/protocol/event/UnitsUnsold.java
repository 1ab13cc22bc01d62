package org.gavel.protocol.event;

/** Some units of a lot are sold, and these are not: nobody good enough wanted them. */
public record UnitsUnsold(int lot, long units) implements LotEvent {}
