package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;

/** Takes a listing back (撤牌) with which nobody has registered. */
public record WithdrawListing(int listing, String reason) implements Command, AboutListing {
    public WithdrawListing {
        Require.id(listing, "listing");
        reason = Require.reason(reason);
    }
}
