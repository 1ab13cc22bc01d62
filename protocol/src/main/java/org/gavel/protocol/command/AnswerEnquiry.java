package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;

/**
 * A bidder answers what the running phase, or the enquiry before the hammer, asks them.
 *
 * @param bidder whose answer it is; 0 means the actor themself
 * @param accepts yes, or no
 */
public record AnswerEnquiry(int lot, int bidder, boolean accepts) implements Command, PhaseAct {
    public AnswerEnquiry {
        Require.id(lot, "lot");
        Require.between(bidder, 0, Integer.MAX_VALUE, "bidder");
    }
}
