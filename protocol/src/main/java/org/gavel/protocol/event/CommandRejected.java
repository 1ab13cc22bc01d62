package org.gavel.protocol.event;

import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.ClientId;

/**
 * A command was refused; it changed nothing but the table of answers.
 *
 * @param detail what the reason's sentence speaks of: fen, a number, or 0
 * @param lot the lot it was about, or 0
 */
public record CommandRejected(long actor, ClientId cid, RejectReason reason, long detail, int lot)
        implements StaffEvent, OfLot {}
