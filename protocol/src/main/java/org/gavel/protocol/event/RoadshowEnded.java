package org.gavel.protocol.event;

import org.gavel.protocol.value.Money;

/**
 * No lot of the roadshow is left to open. One that stood suspended may still end later; it is not counted here.
 *
 * @param unsold passed in or withdrawn
 * @param turnover the sum of its hammer prices
 */
public record RoadshowEnded(int roadshow, int sold, int unsold, Money turnover) implements PublicEvent {}
