package org.gavel.protocol.event;

import org.gavel.protocol.value.Money;

/**
 * The last lot of the roadshow has ended.
 *
 * @param turnover the sum of its hammer prices
 */
public record RoadshowEnded(int roadshow, int sold, int unsold, Money turnover) implements PublicEvent {}
