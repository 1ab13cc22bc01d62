package org.gavel.exchange.engine.listing;

import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.lot.AnnouncementDesk;
import org.gavel.exchange.engine.lot.Lot;
import org.gavel.exchange.engine.rulebook.Rulebooks;
import org.gavel.exchange.engine.rulebook.Sales;
import org.gavel.protocol.command.AnnounceListing;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.event.ListingAnnounced;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Day;
import org.gavel.protocol.value.Limit;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.Rulebook;

/** Takes listings in: the lot is held against its rulebook as any other, then the disclosure against the same. */
public final class ListingAnnouncement {
    private final Listings listings;
    private final ListingCourse course;
    private final Rulebooks rulebooks;
    private final AnnouncementDesk lots;

    public ListingAnnouncement(Listings listings, ListingCourse course, Rulebooks rulebooks, AnnouncementDesk lots) {
        this.listings = listings;
        this.course = course;
        this.rulebooks = rulebooks;
        this.lots = lots;
    }

    public RejectReason announce(Request request, AnnounceListing asked, EventSink out) {
        RejectReason refusal = check(request, asked);
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        Day today = Day.at(request.time());
        Day last = rulebooks.days().lastWorkingFrom(today, asked.terms().days());
        Lot lot = lots.prepare(request, asked.lot());
        refusal = checkDisclosure(request, asked, lot, last);
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        Rulebook pack = rulebooks.get(asked.lot().rulebook(), request.time());
        Listing listing = new Listing(
                asked, lot, today, last, pack.notice().leastAfterSuspension().value());
        request.commit();
        lot.listIn(asked.listing());
        lots.enter(lot, out);
        listings.add(listing);
        course.plan(listing);
        out.emit(new ListingAnnounced(
                asked.listing(), lot.number(), asked.listPrice(), asked.terms(), last, listing.closesAt()));
        return RejectReason.NONE;
    }

    private RejectReason check(Request request, AnnounceListing asked) {
        if (listings.has(asked.listing())) {
            return RejectReason.LISTING_EXISTS;
        }
        AnnounceLot lot = asked.lot();
        for (int i = 0; i < lot.phases().size(); i++) {
            PhaseTerms phase = lot.phases().get(i);
            if (phase.reverse() || phase.severalWinners()) {
                return request.refuse(RejectReason.LISTING_PHASES_UNFIT, i + 1);
            }
        }
        if (lot.basis().minBidders() > 0 && request.follows(Behaviour.PARTIES_BY_LAW)) {
            return RejectReason.PARTIES_BY_LAW;
        }
        RejectReason refusal = lots.check(request, lot);
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        Money lowest = Sales.lowest(request, lot);
        return asked.listPrice().equals(lowest)
                ? RejectReason.NONE
                : request.refuse(RejectReason.LIST_PRICE_UNFIT, lowest.fen());
    }

    private RejectReason checkDisclosure(Request request, AnnounceListing asked, Lot lot, Day last) {
        Day today = Day.at(request.time());
        int unknown = rulebooks.days().unknownYear(today, last);
        if (unknown != 0) {
            return request.refuse(RejectReason.CALENDAR_MISSING, unknown);
        }
        if (last.plus(1).begins() < lot.opensFrom()) {
            return request.refuse(
                    RejectReason.DISCLOSURE_TOO_SHORT,
                    Day.at(lot.opensFrom() - 1).digits());
        }
        if (asked.terms().closeOf(last) <= request.time()) {
            Day next = rulebooks.days().lastWorkingAfter(today, 1);
            return request.refuse(RejectReason.DISCLOSURE_TOO_SHORT, next.digits());
        }
        Limit least =
                rulebooks.get(asked.lot().rulebook(), request.time()).listing().leastCycleDays();
        int cycle = asked.terms().extension().days();
        return cycle > 0 && cycle < least.value()
                ? request.refuse(RejectReason.CYCLE_TOO_SHORT, least.value())
                : RejectReason.NONE;
    }
}
