package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;

/**
 * Holds the lot's deposit and gives the participant their paddle on it (网络司法拍卖规定 arts 17, 18: until bidding ends).
 *
 * @param participant whose deposit; 0 means the actor themself
 */
public record HoldDeposit(int lot, int participant) implements Command, AboutLot, ParticipantAct {
    public HoldDeposit {
        Require.id(lot, "lot");
        Require.between(participant, 0, Integer.MAX_VALUE, "participant");
    }

    @Override
    public int actsFor() {
        return participant;
    }
}
