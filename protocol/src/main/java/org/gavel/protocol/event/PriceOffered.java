package org.gavel.protocol.event;

import org.gavel.protocol.value.Money;

/** A party offers more for the agreement that is due if it stays the only one. */
public record PriceOffered(int listing, int lot, int participant, Money amount) implements PrivateEvent, DeskEvent {}
