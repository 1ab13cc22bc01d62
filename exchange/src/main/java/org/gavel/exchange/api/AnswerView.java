package org.gavel.exchange.api;

import org.gavel.protocol.reject.RejectReason;

/** What became of a command, as its sender is shown it: to be read while it is shown, for it is reused after. */
public interface AnswerView {
    /** Its place in the one order; of the first command where {@link #repeated}; 0 where it was not taken. */
    long sequence();

    /** The sequencer's time of this command, microseconds since 1970; 0 where it was not taken. */
    long timestamp();

    /** {@code NONE} where it was accepted. */
    RejectReason reason();

    /** What the reason's sentence speaks of. */
    long detail();

    /** The same command was answered before; this is that answer again. */
    boolean repeated();

    /** SHA-256 of the rule sheet of the lot the command is about, lower-case hex; empty where it is none. */
    String ruleSheet();

    /** The answer to keep or to hand to another thread. */
    Answer kept();

    default boolean accepted() {
        return reason() == RejectReason.NONE;
    }
}
