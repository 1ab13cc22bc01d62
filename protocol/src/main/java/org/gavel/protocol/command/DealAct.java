package org.gavel.protocol.command;

/** What a participant does in a deal, themself or through the clerk. */
public interface DealAct extends AboutLot, ParticipantAct {
    int participant();

    @Override
    default int actsFor() {
        return participant();
    }
}
