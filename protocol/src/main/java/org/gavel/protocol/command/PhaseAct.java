package org.gavel.protocol.command;

/** What a bidder can do in a phase of a lot beside placing a bid; which phases take it is their mechanism's rule. */
public interface PhaseAct extends AboutLot, ParticipantAct {
    int bidder();

    @Override
    default int actsFor() {
        return bidder();
    }

    @Override
    default String actsForField() {
        return "bidder";
    }
}
