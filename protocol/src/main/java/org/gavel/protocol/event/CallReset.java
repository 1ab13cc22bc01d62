package org.gavel.protocol.event;

/** The calls begin again: a bid came, or one was undone, after this many calls. */
public record CallReset(int lot, int calls) implements LotEvent {}
