package org.gavel.protocol.command;

/** What a participant does with orders in unit books. */
public interface OrderAct {
    /** The book it is about; 0 where it is about all of them. */
    int book();

    /** Whose orders; 0 means the actor themself. */
    int participant();
}
