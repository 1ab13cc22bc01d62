package org.gavel.protocol.event;

import org.gavel.protocol.value.Day;

/**
 * A disclosure ends later than was said.
 *
 * @param cycle how many cycles it has been extended by so far
 * @param lastDay its last day now
 * @param closesAt when it ends now, in microseconds since 1970
 */
public record ListingExtended(int listing, int lot, int cycle, Day lastDay, long closesAt, ExtensionCause cause)
        implements LotEvent {}
