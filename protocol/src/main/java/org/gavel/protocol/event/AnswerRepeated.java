package org.gavel.protocol.event;

import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.ClientId;

/**
 * A command was known already (or asked about): its first answer stands.
 *
 * @param original the sequence of the first
 * @param reason the first's refusal, or NONE where it was accepted
 */
public record AnswerRepeated(long actor, ClientId cid, long original, RejectReason reason, long detail)
        implements StaffEvent {}
