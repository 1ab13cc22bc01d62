package org.gavel.protocol.event;

/** What one side said to an offer: told to them alone. */
public record InterestTold(int lot, int participant, int offer, boolean interested)
        implements PrivateEvent, DeskEvent {}
