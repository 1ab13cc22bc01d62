package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;

/**
 * The holder of a right of first refusal takes the lead at the current price (网络司法拍卖规定 art. 21). Binding like a bid.
 *
 * @param bidder the holder; 0 means the actor themself
 */
public record MatchPrice(int lot, int bidder) implements Command, PhaseAct {
    public MatchPrice {
        Require.id(lot, "lot");
        Require.between(bidder, 0, Integer.MAX_VALUE, "bidder");
    }
}
