package org.gavel.protocol.event;

/** The key to the participant's identity is destroyed. */
public record IdentityErased(int participant, String reason) implements PrivateEvent {}
