package org.gavel.protocol.event;

/** A participant has a number and an empty account. */
public record ParticipantRegistered(int participant) implements PrivateEvent {}
