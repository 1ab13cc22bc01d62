package org.gavel.protocol.command;

import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;
import org.gavel.protocol.value.SuspensionCause;

/** Lets a listing stand still (中止挂牌) until it goes on or is ended. */
public record SuspendListing(int listing, SuspensionCause cause, String reason) implements Command, AboutListing {
    public SuspendListing {
        Require.id(listing, "listing");
        cause = Require.present(cause, "cause");
        if (!cause.isVenues()) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "cause", "is found by the engine alone: " + cause);
        }
        reason = Require.reason(reason);
    }
}
