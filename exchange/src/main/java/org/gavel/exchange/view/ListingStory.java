package org.gavel.exchange.view;

import org.gavel.exchange.api.ListingView;
import org.gavel.protocol.event.AgreementDue;
import org.gavel.protocol.event.BestQuoteChanged;
import org.gavel.protocol.event.DisclosureEnded;
import org.gavel.protocol.event.ListingAnnounced;
import org.gavel.protocol.event.ListingClosed;
import org.gavel.protocol.event.ListingExtended;
import org.gavel.protocol.event.ListingQuoted;
import org.gavel.protocol.event.ListingResumed;
import org.gavel.protocol.event.ListingSuspended;
import org.gavel.protocol.event.LotEvent;
import org.gavel.protocol.value.Day;
import org.gavel.protocol.value.Money;

/** How each event changes what is known of a listing. */
final class ListingStory {
    private static final String DISCLOSING = "DISCLOSING";
    private static final String CONFIRMING = "CONFIRMING";

    private final ListingView before;
    private String state;
    private Day lastDay;
    private long closesAt;
    private int cycle;
    private int quotes;
    private int paddle;
    private Money price;
    private int parties;
    private String note;

    private ListingStory(ListingView before) {
        this.before = before;
        state = before.state();
        lastDay = before.lastDay();
        closesAt = before.closesAt();
        cycle = before.cycle();
        quotes = before.quotes();
        paddle = before.paddle();
        price = before.price();
        parties = before.parties();
        note = before.note();
    }

    static ListingView announced(ListingAnnounced event) {
        return new ListingView(
                event.listing(),
                event.lot(),
                event.listPrice(),
                event.terms(),
                DISCLOSING,
                event.lastDay(),
                event.closesAt(),
                0,
                0,
                0,
                Money.ZERO,
                0,
                "");
    }

    static ListingView after(ListingView before, LotEvent event) {
        ListingStory story = new ListingStory(before);
        story.disclose(event);
        story.end(event);
        return story.view();
    }

    private void disclose(LotEvent event) {
        if (event instanceof ListingQuoted quoted) {
            quotes = quoted.number();
            lead(quoted.bestPaddle(), quoted.best());
            closesAt = quoted.closesAt();
        } else if (event instanceof BestQuoteChanged changed) {
            lead(changed.bestPaddle(), changed.best());
        } else if (event instanceof ListingExtended extended) {
            stand(DISCLOSING, extended.closesAt(), "");
            cycle = extended.cycle();
            lastDay = extended.lastDay();
        } else if (event instanceof ListingSuspended suspended) {
            stand("SUSPENDED", 0, suspended.reason());
        } else if (event instanceof ListingResumed resumed) {
            stand(resumed.closesAt() == 0 ? CONFIRMING : DISCLOSING, resumed.closesAt(), "");
            lastDay = resumed.lastDay();
        }
    }

    private void end(LotEvent event) {
        if (event instanceof DisclosureEnded) {
            stand(CONFIRMING, 0, "");
        } else if (event instanceof AgreementDue due) {
            stand("AGREEING", due.until(), "");
            lead(due.paddle(), due.price());
        } else if (event instanceof ListingClosed closed) {
            stand(closed.outcome().name(), closed.opensAt(), closed.reason());
            parties = closed.parties();
        }
    }

    private void lead(int who, Money with) {
        paddle = who;
        price = with;
    }

    private void stand(String as, long until, String why) {
        state = as;
        closesAt = until;
        note = why;
    }

    private ListingView view() {
        return new ListingView(
                before.listing(),
                before.lot(),
                before.listPrice(),
                before.terms(),
                state,
                lastDay,
                closesAt,
                cycle,
                quotes,
                paddle,
                price,
                parties,
                note);
    }
}
