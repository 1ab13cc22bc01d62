package org.gavel.exchange.engine.listing;

import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.protocol.event.BestQuoteChanged;
import org.gavel.protocol.value.Money;

/** Follows who leads listings by their quote where that changes without a quote: by what becomes of the parties. */
public final class BestQuotes {
    private final Listings listings;

    public BestQuotes(Listings listings) {
        this.listings = listings;
    }

    /** Something about who may take part has changed; of each listing the best quotes alone are looked at. */
    public void follow(Request request, EventSink out) {
        if (request.follows(Behaviour.BEST_QUOTE_TOLD)) {
            listings.quoted().forEach(listing -> follow(request, listing, out));
        }
    }

    /** The same of one listing, which always kept who leads, but did not always tell it. */
    static void follow(Request request, Listing listing, EventSink out) {
        if (listing.findBest() && request.follows(Behaviour.BEST_QUOTE_TOLD)) {
            out.emit(new BestQuoteChanged(
                    listing.number(),
                    listing.lot().number(),
                    listing.best()
                            .map(best -> listing.lot().paddle(best.participant()))
                            .orElse(0),
                    listing.best().map(best -> new Money(best.offer())).orElse(Money.ZERO)));
        }
    }
}
