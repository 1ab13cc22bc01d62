package org.gavel.exchange.view;

import org.gavel.exchange.api.LotView.Disclosure;
import org.gavel.protocol.event.AgreementDue;
import org.gavel.protocol.event.DisclosureEnded;
import org.gavel.protocol.event.ListingAnnounced;
import org.gavel.protocol.event.ListingClosed;
import org.gavel.protocol.event.ListingExtended;
import org.gavel.protocol.event.ListingQuoted;
import org.gavel.protocol.event.ListingResumed;
import org.gavel.protocol.event.ListingSuspended;
import org.gavel.protocol.event.LotEvent;
import org.gavel.protocol.value.Money;

/** How each event changes what is known of the listing that offers a lot. */
final class ListingStory {
    private ListingStory() {}

    static Disclosure announced(ListingAnnounced event) {
        return new Disclosure("DISCLOSING", event.listPrice(), Money.ZERO, event.closesAt(), "");
    }

    /** What is no event of a listing leaves it as it is. */
    static void tell(LotDraft draft, LotEvent event) {
        Disclosure before = draft.disclosure;
        if (event instanceof ListingExtended extended) {
            draft.disclosure = with(before, before.state(), before.price(), extended.closesAt(), "");
        } else if (event instanceof ListingQuoted quoted) {
            draft.disclosure = with(before, before.state(), quoted.best(), quoted.closesAt(), "");
        } else if (event instanceof DisclosureEnded) {
            draft.disclosure = with(before, "CONFIRMING", before.price(), 0, "");
        } else if (event instanceof AgreementDue due) {
            draft.disclosure = with(before, "AGREEING", due.price(), due.until(), "");
        } else if (event instanceof ListingSuspended suspended) {
            draft.disclosure = with(before, "SUSPENDED", before.price(), 0, suspended.reason());
        } else if (event instanceof ListingResumed resumed) {
            String state = resumed.closesAt() == 0 ? "CONFIRMING" : "DISCLOSING";
            draft.disclosure = with(before, state, before.price(), resumed.closesAt(), "");
        } else if (event instanceof ListingClosed closed) {
            draft.opensAt = closed.opensAt();
            draft.disclosure =
                    with(before, "CLOSED", before.price(), 0, closed.outcome().name());
        }
    }

    private static Disclosure with(Disclosure before, String state, Money price, long endsAt, String note) {
        return new Disclosure(state, before.listPrice(), price, endsAt, note);
    }
}
