package org.gavel.protocol.event;

/** An offer for a need was taken back: told to both sides, to neither who the other is. */
public record OfferWithdrawn(int lot, int participant, int offer) implements PrivateEvent, DeskEvent {}
