package org.gavel.exchange.api;

import java.util.function.Consumer;

/**
 * Takes the answer to one command. Called on a thread of the exchange, answers one after the other in the order of the
 * commands, or on the submitting one where the command was not taken: it must hand over and return, never block.
 */
@FunctionalInterface
public interface Reply {
    /** Nobody is waiting. */
    Reply NOBODY = answer -> {};

    /** Reads the answer before it returns; {@link AnswerView#kept} is one for later. */
    void on(AnswerView answer);

    /** Hands over an answer that may be kept. */
    static Reply keeping(Consumer<Answer> taker) {
        return answer -> taker.accept(answer.kept());
    }
}
