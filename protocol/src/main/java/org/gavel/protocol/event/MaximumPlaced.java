package org.gavel.protocol.event;

/** A maximum was taken. How high it is stands nowhere but sealed in the journal, until the hammer opens it. */
public record MaximumPlaced(int lot, int participant, boolean leads) implements PrivateEvent, OfLot {}
