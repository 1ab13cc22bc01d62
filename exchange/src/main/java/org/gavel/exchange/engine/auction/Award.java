package org.gavel.exchange.engine.auction;

/**
 * One winner of a lot.
 *
 * @param price what they pay in fen: for the lot, or for each unit
 * @param units how many units, or 0 where the lot is not divided
 */
public record Award(int bidder, long price, long units) {}
