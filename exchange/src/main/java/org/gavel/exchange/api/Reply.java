package org.gavel.exchange.api;

/**
 * Takes the answer to one command. Called on a thread of the exchange, answers one after the other in the order of the
 * commands, or on the submitting one where the command was not taken: it must hand over and return, never block.
 */
@FunctionalInterface
public interface Reply {
    /** Nobody is waiting. */
    Reply NOBODY = answer -> {};

    void on(Answer answer);
}
