package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;

/** A clean stop begins: lots that are open pause with the time they have left. */
public record NodeStopping(String reason) implements Command, VenueRecord {
    public NodeStopping {
        reason = Require.reason(reason);
    }
}
