package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;

/**
 * Says yes or no to going on with an offer: by the need's owner or by who offered. Only when both have said yes does either
 * learn of it, and of the other. Until then it may be said otherwise.
 *
 * @param participant who says it; 0 means the actor themself
 * @param offer the offer's number in the need
 * @param interested never absent: a no must be said
 */
public record TellInterest(int lot, int participant, int offer, Boolean interested) implements Command, DealAct {
    public TellInterest {
        Require.id(lot, "lot");
        Require.between(participant, 0, Integer.MAX_VALUE, "participant");
        Require.id(offer, "offer");
        Require.present(interested, "interested");
    }
}
