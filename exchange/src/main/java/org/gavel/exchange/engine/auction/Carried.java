package org.gavel.exchange.engine.auction;

/**
 * What a phase hands to the next one of its lot.
 *
 * @param price the best price so far in fen, 0 where there is none
 * @param leader whose it is, 0 for nobody
 * @param clockWinner who stopped a falling clock earlier in this lot, 0 for nobody
 * @param clockPrice the price they stopped it at
 */
public record Carried(long price, int leader, int clockWinner, long clockPrice) {
    /** The first phase begins with nothing. */
    public static final Carried NOTHING = new Carried(0, 0, 0, 0);
}
