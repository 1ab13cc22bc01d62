package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;

/**
 * 终结: a listing and its lot are ended for good without a sale, whatever their state; needs a second person.
 */
public record TerminateListing(int listing, String reason) implements Command, AboutListing, TwoPersonAct {
    public TerminateListing {
        Require.id(listing, "listing");
        reason = Require.reason(reason);
    }
}
