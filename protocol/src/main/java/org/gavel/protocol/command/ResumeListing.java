package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;

/** Lets a suspended listing go on (恢复挂牌). */
public record ResumeListing(int listing, String reason) implements Command, AboutListing {
    public ResumeListing {
        Require.id(listing, "listing");
        reason = Require.reason(reason);
    }
}
