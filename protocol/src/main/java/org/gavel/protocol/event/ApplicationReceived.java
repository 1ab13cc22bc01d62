package org.gavel.protocol.event;

/** A participant has applied for a lot. */
public record ApplicationReceived(int lot, int participant) implements PrivateEvent, DeskEvent {}
