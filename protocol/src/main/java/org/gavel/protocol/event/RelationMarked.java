package org.gavel.protocol.event;

/** Two participants are on record as related, or no longer. */
public record RelationMarked(int one, int other, boolean related, String reason) implements StaffEvent {}
