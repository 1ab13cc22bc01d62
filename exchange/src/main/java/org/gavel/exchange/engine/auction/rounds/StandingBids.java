package org.gavel.exchange.engine.auction.rounds;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.gavel.exchange.engine.state.StateWriter;

/** Each bidder's own bid in rounds with turns. Ranks them without ever a tie: the earlier of two equal bids is better. */
final class StandingBids {
    private final boolean forward;
    private final List<Bid> bids = new ArrayList<>();

    /** Bids are as old as the command that made them, {@code sequence}. */
    record Bid(int bidder, long amount, long sequence) {}

    StandingBids(boolean forward) {
        this.forward = forward;
    }

    private Comparator<Bid> worstFirst() {
        Comparator<Bid> lowestFirst = Comparator.comparingLong(Bid::amount);
        Comparator<Bid> latestFirst = Comparator.comparingLong(Bid::sequence).reversed();
        return (forward ? lowestFirst : lowestFirst.reversed()).thenComparing(latestFirst);
    }

    int size() {
        return bids.size();
    }

    boolean has(int bidder) {
        return bids.stream().anyMatch(bid -> bid.bidder == bidder);
    }

    /** The bid whose bidder has this turn of the round, counted from 0. */
    Bid get(int turn) {
        return bids.get(turn);
    }

    Bid best() {
        return Collections.max(bids, worstFirst());
    }

    /** The order of the turns follows the bids as they are now: worst first, of equal ones the later. */
    void rank() {
        bids.sort(worstFirst());
    }

    /** The bidder's bid is this one now; their turn stays the same. */
    void put(Bid bid) {
        for (int i = 0; i < bids.size(); i++) {
            if (bids.get(i).bidder == bid.bidder) {
                bids.set(i, bid);
                return;
            }
        }
        bids.add(bid);
    }

    void clear() {
        bids.clear();
    }

    void writeTo(StateWriter out) {
        out.put(bids.size());
        bids.forEach(bid -> out.put(bid.bidder).put(bid.amount).put(bid.sequence));
    }
}
