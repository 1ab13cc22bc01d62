package org.gavel.protocol.event;

/** An application was granted or refused. */
public record QualificationDecided(int lot, int participant, boolean qualified, String reason)
        implements PrivateEvent, DeskEvent {}
