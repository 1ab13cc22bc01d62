package org.gavel.exchange.api;

import org.gavel.protocol.reject.RejectReason;

/**
 * What became of a command.
 *
 * @param sequence its place in the one order; of the first command where {@code repeated}; 0 where it was not taken
 * @param timestamp the sequencer's time of this command, microseconds since 1970; 0 where it was not taken
 * @param reason {@code NONE} where it was accepted
 * @param detail what the reason's sentence speaks of
 * @param repeated the same command was answered before; this is that answer again
 * @param ruleSheet SHA-256 of the rule sheet of the lot the command is about, lower-case hex; empty where it is none
 */
public record Answer(
        long sequence, long timestamp, RejectReason reason, long detail, boolean repeated, String ruleSheet) {
    /** The answer to a command that is about no lot. */
    public Answer(long sequence, long timestamp, RejectReason reason, long detail, boolean repeated) {
        this(sequence, timestamp, reason, detail, repeated, "");
    }

    /** The answer to a command that never took its place. */
    public static Answer notTaken(RejectReason reason) {
        return new Answer(0, 0, reason, 0, false);
    }

    public boolean accepted() {
        return reason == RejectReason.NONE;
    }

    public String sentence() {
        return reason.sentence(detail);
    }
}
