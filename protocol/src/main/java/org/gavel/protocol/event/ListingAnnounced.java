package org.gavel.protocol.event;

import org.gavel.protocol.value.Day;
import org.gavel.protocol.value.ListingTerms;
import org.gavel.protocol.value.Money;

/**
 * A right is listed (挂牌); its lot is announced in the same moment.
 *
 * @param listPrice nothing is sold below it
 * @param lastDay the last day of the disclosure
 * @param closesAt the instant at which it ends, in microseconds since 1970
 */
public record ListingAnnounced(int listing, int lot, Money listPrice, ListingTerms terms, Day lastDay, long closesAt)
        implements LotEvent {}
