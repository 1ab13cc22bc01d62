package org.gavel.protocol.event;

/**
 * A disclosure is over, while terms of registered parties still run: nobody registers any more.
 *
 * @param endedAt in microseconds since 1970: never after what showed it
 */
public record DisclosureEnded(int listing, int lot, long endedAt) implements LotEvent {}
