package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;

/**
 * A bidder answers what the running phase, or the inquiry before the hammer, asks them.
 *
 * @param bidder whose answer it is; 0 means the actor themself
 * @param accepts never absent; false: no
 */
public record AnswerInquiry(int lot, int bidder, Boolean accepts) implements Command, PhaseAct {
    public AnswerInquiry {
        Require.id(lot, "lot");
        Require.between(bidder, 0, Integer.MAX_VALUE, "bidder");
        Require.present(accepts, "accepts");
    }
}
