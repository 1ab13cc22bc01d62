package org.gavel.loadtest.link;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;

/**
 * How a request ended.
 *
 * @param reason {@code NONE} where it was granted; {@code UNKNOWN_OUTCOME} where no answer came
 * @param body the fields of {@code r} or {@code e}; empty where no answer came
 */
public record Reply(Fate fate, RejectReason reason, ObjectNode body) {
    /** Whatever a venue says, it is asked again after so long. */
    private static final long MOST_WAIT_MILLIS = 60_000;

    /** What became of the answer. */
    public enum Fate {
        /** It came. */
        ANSWERED,
        /** It did not come in time; the connection still stands. */
        TIMED_OUT,
        /** The connection was lost before it came. */
        LOST
    }

    static Reply none(Fate fate) {
        return new Reply(fate, RejectReason.UNKNOWN_OUTCOME, Wire.object());
    }

    static Reply of(ObjectNode frame) {
        if (frame.path("ok").asBoolean(false)) {
            return new Reply(Fate.ANSWERED, RejectReason.NONE, Wire.object(frame, "r"));
        }
        ObjectNode refusal = Wire.object(frame, "e");
        return new Reply(Fate.ANSWERED, reason(refusal.path("code").asInt()), refusal);
    }

    private static RejectReason reason(int code) {
        try {
            RejectReason known = RejectReason.ofCode(code);
            return known == RejectReason.NONE ? RejectReason.INTERNAL : known;
        } catch (InvalidValue unknown) {
            return RejectReason.INTERNAL;
        }
    }

    public boolean granted() {
        return reason == RejectReason.NONE;
    }

    public boolean answered() {
        return fate == Fate.ANSWERED;
    }

    /** How long to wait before asking again, as the venue says; 0 where it does not. */
    public long retryAfterMillis() {
        long told = body.path("retryAfterMillis").asLong();
        return Math.max(0, Math.min(MOST_WAIT_MILLIS, told));
    }

    /** What the venue says to do, or what happened to the answer. */
    public String sentence() {
        return switch (fate) {
            case ANSWERED -> body.path("message").asText(reason.sentence(0));
            case TIMED_OUT -> "No answer came in time; ask again.";
            case LOST -> "The connection was lost before the answer came; ask again.";
        };
    }
}
