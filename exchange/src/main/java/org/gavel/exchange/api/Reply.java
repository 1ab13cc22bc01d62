package org.gavel.exchange.api;

/**
 * Takes the answer to one command. Called on the pipeline's thread, or on the submitting one where the command was
 * not taken: it must hand over and return, never block.
 */
@FunctionalInterface
public interface Reply {
    /** Nobody is waiting. */
    Reply NOBODY = answer -> {};

    void on(Answer answer);
}
