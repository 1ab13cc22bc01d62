package org.gavel.loadtest.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.gavel.loadtest.link.Reply;
import org.gavel.protocol.reject.RejectReason;

/**
 * How a command ended: accepted, rejected with a code, or unresolved.
 *
 * @param seq its place in the one order; 0 where it took none or that is not known
 * @param at the sequencer's time, microseconds since 1970; 0 likewise
 * @param reason {@code NONE} where it was accepted, {@code UNKNOWN_OUTCOME} where it stayed unresolved
 * @param detail what the reason's sentence speaks of
 * @param repeated the answer was given before and is given again
 */
public record Outcome(long seq, long at, RejectReason reason, long detail, boolean repeated) {
    /** Nobody could say what became of it. */
    public static final Outcome UNRESOLVED = new Outcome(0, 0, RejectReason.UNKNOWN_OUTCOME, 0, false);

    static Outcome notTaken(RejectReason reason) {
        return new Outcome(0, 0, reason, 0, false);
    }

    static Outcome of(Reply reply) {
        ObjectNode body = reply.body();
        return new Outcome(
                body.path("seq").asLong(),
                body.path("at").asLong(),
                reply.reason(),
                body.path("detail").asLong(),
                body.path("repeated").asBoolean());
    }

    public boolean accepted() {
        return reason == RejectReason.NONE;
    }

    public boolean unresolved() {
        return reason == RejectReason.UNKNOWN_OUTCOME;
    }

    public boolean rejected() {
        return !accepted() && !unresolved();
    }
}
