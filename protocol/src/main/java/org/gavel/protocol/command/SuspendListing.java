package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;
import org.gavel.protocol.value.SuspensionGround;

/** Lets a listing stand still (中止挂牌) until it goes on or is ended. */
public record SuspendListing(int listing, SuspensionGround cause, String reason) implements Command, AboutListing {
    public SuspendListing {
        Require.id(listing, "listing");
        cause = Require.present(cause, "cause");
        reason = Require.reason(reason);
    }
}
