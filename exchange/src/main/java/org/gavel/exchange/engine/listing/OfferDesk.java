package org.gavel.exchange.engine.listing;

import java.util.Optional;
import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.lot.Lot;
import org.gavel.protocol.command.OfferPrice;
import org.gavel.protocol.event.ExtensionCause;
import org.gavel.protocol.event.ListingQuoted;
import org.gavel.protocol.event.PriceOffered;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.QuotesTerms;

/** Takes what registered parties offer: public quotes by price and time, or offers for an agreement with an only party. */
public final class OfferDesk {
    private final Listings listings;
    private final ListingCourse course;
    private final IntentionDesk intentions;

    public OfferDesk(Listings listings, ListingCourse course, IntentionDesk intentions) {
        this.listings = listings;
        this.course = course;
        this.intentions = intentions;
    }

    public RejectReason offer(Request request, OfferPrice asked, EventSink out) {
        int participant = request.participant(asked.participant());
        RejectReason refusal = check(request, asked, participant);
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        Listing listing = listings.get(asked.listing());
        Intention intention = listing.intentions().get(participant);
        request.commit();
        if (listing.quotes().isPresent()) {
            quote(request, listing, intention, asked.amount(), out);
        } else {
            intention.offers(asked.amount().fen(), 0);
            out.emit(new PriceOffered(asked.listing(), listing.lot().number(), participant, asked.amount()));
            if (listing.state() == ListingState.AGREEING) {
                ListingCourse.agreementDue(listing, out);
            }
        }
        return RejectReason.NONE;
    }

    private RejectReason check(Request request, OfferPrice asked, int participant) {
        RejectReason refusal = intentions.checkParty(request, asked.listing(), participant);
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        Listing listing = listings.get(asked.listing());
        if (!listing.intentions().has(participant)) {
            return RejectReason.INTENTION_UNKNOWN;
        }
        Intention intention = listing.intentions().get(participant);
        if (intention.standing() == Intention.Standing.LAPSED) {
            return RejectReason.PLACE_LOST;
        }
        boolean isOthers = listing.state() == ListingState.AGREEING && listing.party() != intention;
        boolean isLate = listing.quotes().isPresent() && listing.state() != ListingState.DISCLOSING;
        if (isOthers || isLate) {
            return RejectReason.DISCLOSURE_OVER;
        }
        Optional<QuotesTerms> quotes = listing.quotes();
        return quotes.isPresent()
                ? checkQuote(request, listing.lot(), quotes.get(), intention, asked.amount())
                : checkOffer(request, listing.lot(), intention, asked.amount());
    }

    private static RejectReason checkOffer(Request request, Lot lot, Intention intention, Money amount) {
        return amount.fen() <= intention.offer()
                ? request.refuse(RejectReason.OFFER_NOT_HIGHER, intention.offer())
                : lot.roll().checkPerson(request, intention.participant());
    }

    private static RejectReason checkQuote(
            Request request, Lot lot, QuotesTerms terms, Intention intention, Money amount) {
        RejectReason refusal = lot.roll().check(request, intention.participant());
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        if (lot.paddle(intention.participant()) == 0) {
            return request.refuse(
                    RejectReason.DEPOSIT_NOT_HELD, lot.terms().deposit().fen());
        }
        return Quotes.check(request, terms, amount.fen(), intention.offer());
    }

    private void quote(Request request, Listing listing, Intention intention, Money amount, EventSink out) {
        if (request.follows(Behaviour.LEADERS_STILL_COUNT)) {
            listing.findBest();
        }
        boolean later = listing.quoted(intention, amount.fen(), request.time());
        Lot lot = listing.lot();
        Intention best = listing.best().orElse(intention);
        out.emit(new ListingQuoted(
                listing.number(),
                lot.number(),
                intention.participant(),
                lot.paddle(intention.participant()),
                amount,
                listing.quoteCount(),
                lot.paddle(best.participant()),
                new Money(best.offer()),
                listing.closesAt()));
        if (later) {
            ListingCourse.extended(listing, ExtensionCause.QUOTE, out);
            course.plan(listing);
        }
    }
}
