package org.gavel.protocol.event;

import org.gavel.protocol.value.PublicityPlace;

/**
 * An intended deal is public in one of the two places.
 *
 * @param reference where it can be seen there
 */
public record DealPublished(int lot, PublicityPlace place, String reference) implements LotEvent {}
