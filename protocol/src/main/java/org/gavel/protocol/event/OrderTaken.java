package org.gavel.protocol.event;

/**
 * An order at the fixed price was accepted.
 *
 * @param lot the offer
 * @param sale the number of the lot the sale is
 * @param sold how many are sold now
 * @param left how many are left; -1 where that is not limited
 */
public record OrderTaken(int lot, int sale, int sold, int left) implements LotEvent {}
