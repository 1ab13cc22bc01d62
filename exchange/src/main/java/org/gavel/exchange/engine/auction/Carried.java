package org.gavel.exchange.engine.auction;

import java.util.List;

/**
 * What a phase hands to the next one of its lot.
 *
 * @param price the best price so far in fen, 0 where there is none
 * @param leader whose it is, 0 for nobody
 * @param clockWinner who stopped a falling clock earlier in this lot, 0 for nobody
 * @param clockPrice the price they stopped it at
 * @param quoted who has bid so far, in the order of their first bids
 * @param confirmed who said in an inquiry that they go on; empty where nobody was asked
 */
public record Carried(
        long price, int leader, int clockWinner, long clockPrice, List<Integer> quoted, List<Integer> confirmed) {
    /** The first phase begins with nothing. */
    public static final Carried NOTHING = new Carried(0, 0, 0, 0);

    public Carried {
        quoted = List.copyOf(quoted);
        confirmed = List.copyOf(confirmed);
    }

    public Carried(long price, int leader, int clockWinner, long clockPrice) {
        this(price, leader, clockWinner, clockPrice, List.of(), List.of());
    }
}
