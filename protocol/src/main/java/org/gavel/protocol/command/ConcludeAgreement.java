package org.gavel.protocol.command;

import org.gavel.protocol.reject.Require;

/**
 * Concludes the supervised agreement (协议转让) with a listing's only party, at its list price or the party's higher offer;
 * needs a second person.
 */
public record ConcludeAgreement(int listing, String reason) implements Command, AboutListing, TwoPersonAct {
    public ConcludeAgreement {
        Require.id(listing, "listing");
        reason = Require.reason(reason);
    }
}
