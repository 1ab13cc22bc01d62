package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;

/**
 * A connection has ended: a fact the venue's doors report. The participant's orders that came through it and asked to
 * be cancelled then, are.
 *
 * @param session the connection's number, as in the record headers of what came through it
 */
public record ReportDisconnect(int participant, long session) implements Command, VenueRecord {
    public ReportDisconnect {
        Require.id(participant, "participant");
        Require.between(session, 1, Require.MAX_NUMBER, "session");
    }
}
