package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;

/**
 * Asks to be qualified (报名) for a lot whose admission asks for it.
 *
 * @param participant who applies; 0 means the actor themself
 */
public record ApplyForLot(int lot, int participant) implements Command, AboutLot, ParticipantAct {
    public ApplyForLot {
        Require.id(lot, "lot");
        Require.between(participant, 0, Integer.MAX_VALUE, "participant");
    }

    @Override
    public int actsFor() {
        return participant;
    }
}
