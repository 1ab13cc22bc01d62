package org.gavel.protocol.command;

/** What a participant does with orders in unit books. */
public interface OrderAct extends ParticipantAct {
    /** The book it is about; 0 where it is about all of them. */
    int book();

    int participant();

    @Override
    default int actsFor() {
        return participant();
    }
}
