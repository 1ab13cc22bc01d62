package org.gavel.ops.system;

import java.util.List;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.reject.RejectReason;

/**
 * A record of the journal with what replay makes of it.
 *
 * @param time the sequencer's, microseconds since 1970
 * @param repeated it was answered as an earlier record was
 */
record JournalRecord(
        long sequence,
        long time,
        Origin origin,
        Command command,
        RejectReason reason,
        boolean repeated,
        List<Event> events) {}
