package org.gavel.protocol.event;

/**
 * A sale from an offer at a fixed price is void: what was sold is the offer's again.
 *
 * @param lot the offer
 * @param sale the lot the sale was
 * @param sold how many sales of the offer stand
 * @param left how many are left; -1 where that is not limited
 */
public record SaleReturned(int lot, int sale, int sold, int left) implements LotEvent {}
