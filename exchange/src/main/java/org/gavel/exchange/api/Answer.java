package org.gavel.exchange.api;

import org.gavel.protocol.reject.RejectReason;

/** What became of a command, to keep; its parts as {@link AnswerView} says. */
public record Answer(
        long sequence, long timestamp, RejectReason reason, long detail, boolean repeated, String ruleSheet)
        implements AnswerView {
    /** The answer to a command that is about no lot. */
    public Answer(long sequence, long timestamp, RejectReason reason, long detail, boolean repeated) {
        this(sequence, timestamp, reason, detail, repeated, "");
    }

    /** The answer to a command that never took its place. */
    public static Answer notTaken(RejectReason reason) {
        return new Answer(0, 0, reason, 0, false);
    }

    @Override
    public Answer kept() {
        return this;
    }

    public String sentence() {
        return reason.sentence(detail);
    }
}
