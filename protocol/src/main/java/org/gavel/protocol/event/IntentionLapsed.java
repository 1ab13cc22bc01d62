package org.gavel.protocol.event;

/** An intention has lost its place in the listing. */
public record IntentionLapsed(int listing, int lot, int participant, int number, LapseCause cause)
        implements PrivateEvent, DeskEvent {}
