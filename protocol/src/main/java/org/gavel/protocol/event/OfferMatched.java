package org.gavel.protocol.event;

/**
 * Both sides have said yes: each is told who the other is.
 *
 * @param other the other side's number
 */
public record OfferMatched(int lot, int participant, int offer, int other) implements PrivateEvent, DeskEvent {}
