package org.gavel.protocol.command;

/** What a participant does for themself, or the venue's staff for them. */
public interface ParticipantAct {
    /** Whose act it is; 0 means the actor themself. */
    int actsFor();

    /** The field that names them. */
    default String actsForField() {
        return "participant";
    }
}
