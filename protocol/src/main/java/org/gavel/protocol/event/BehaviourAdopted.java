package org.gavel.protocol.event;

/** The engine behaves as this version from the next record on. */
public record BehaviourAdopted(int version, String reason) implements PublicEvent {}
