package org.gavel.protocol.command;

/** What a participant does in a deal, themself or through the clerk. */
public interface DealAct extends AboutLot {
    /** Whose act it is; 0 means the actor themself. */
    int participant();
}
