package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;

/**
 * Gives back what was used, before its term is over; nothing is owed.
 *
 * @param participant the licensee; 0 means the actor themself
 */
public record EndUse(int lot, int participant) implements Command, DealAct {
    public EndUse {
        Require.id(lot, "lot");
        Require.between(participant, 0, Integer.MAX_VALUE, "participant");
    }
}
