package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;

/**
 * Takes what was used at the agreed price (先用后转).
 *
 * @param participant the licensee; 0 means the actor themself
 */
public record ConvertUse(int lot, int participant) implements Command, DealAct {
    public ConvertUse {
        Require.id(lot, "lot");
        Require.between(participant, 0, Integer.MAX_VALUE, "participant");
    }
}
