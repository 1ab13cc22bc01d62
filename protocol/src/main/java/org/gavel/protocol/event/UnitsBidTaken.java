package org.gavel.protocol.event;

/**
 * A bid for units was taken. What it holds stands nowhere but sealed in the journal.
 *
 * @param number its place in the order of the phase's bids, from 1
 */
public record UnitsBidTaken(int lot, int participant, int number) implements PrivateEvent, OfLot {}
