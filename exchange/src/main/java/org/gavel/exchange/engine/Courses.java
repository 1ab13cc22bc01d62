package org.gavel.exchange.engine;

import org.gavel.exchange.engine.deal.Deals;
import org.gavel.exchange.engine.listing.ListingCourse;
import org.gavel.exchange.engine.listing.ListingOutage;
import org.gavel.exchange.engine.listing.Listings;
import org.gavel.exchange.engine.lot.Lot;
import org.gavel.exchange.engine.lot.LotCourse;
import org.gavel.exchange.engine.lot.Lots;
import org.gavel.exchange.engine.lot.Outage;
import org.gavel.exchange.engine.roadshow.RoadshowDesk;
import org.gavel.exchange.engine.timer.Deadline;
import org.gavel.exchange.engine.trading.BookCourse;
import org.gavel.exchange.engine.trading.Books;

/**
 * What becomes of lots, listings, deals and books without anybody's command: when their time comes, when the node was
 * away, and when their own code fails. Times are microseconds since 1970.
 */
final class Courses {
    private static final String FAULT = "A fault of the venue's software; nothing else is touched.";

    private final Lots lots;
    private final LotCourse lotCourse;
    private final Outage lotOutage;
    private final RoadshowDesk roadshows;
    private final Deals deals;
    private final Listings listings;
    private final ListingCourse listingCourse;
    private final ListingOutage listingOutage;
    private final Books books;
    private final BookCourse bookCourse;

    Courses(
            Lots lots,
            LotCourse lotCourse,
            Outage lotOutage,
            RoadshowDesk roadshows,
            Deals deals,
            Listings listings,
            ListingCourse listingCourse,
            ListingOutage listingOutage,
            Books books,
            BookCourse bookCourse) {
        this.lots = lots;
        this.lotCourse = lotCourse;
        this.lotOutage = lotOutage;
        this.roadshows = roadshows;
        this.deals = deals;
        this.listings = listings;
        this.listingCourse = listingCourse;
        this.listingOutage = listingOutage;
        this.books = books;
        this.bookCourse = bookCourse;
    }

    /** Makes one thing happen that is due. */
    void fire(Request request, Deadline due, EventSink out) {
        if (due.kind() == Deadline.Kind.BOOK) {
            request.aboutBook(due.lot());
            bookCourse.fire(request, due.lot(), due.due(), out);
            return;
        }
        request.about(due.lot());
        if (due.kind() == Deadline.Kind.DEAL) {
            deals.elapse(request, due.lot(), due.due(), out);
            return;
        }
        Lot lot = lots.get(due.lot());
        switch (due.kind()) {
            case OPEN -> lotCourse.open(request, lot, due.due(), "", out);
            case CLOSE -> lotCourse.close(request, lot, due.due(), out);
            case AWARD -> lotCourse.confirm(request, lot, due.due(), out);
            case LISTING -> listingCourse.elapse(request, listings.ofLot(lot.number()), due.due(), out);
            case RESUME -> lotOutage.resume(request, lot, due.due(), out);
            case BOOK, DEAL -> throw new IllegalStateException("a deadline that is no lot's");
        }
    }

    /** The node is there again; it was last known to be at {@code lastTime}. */
    void start(Request request, long lastTime, long time, EventSink out) {
        lotOutage.start(lastTime, time, out);
        if (request.follows(Behaviour.STARTS_END_TIED_ORDERS)) {
            bookCourse.disconnectAll(request, time, out);
        }
        bookCourse.restart(request, time, out);
        listingOutage.start(request, lastTime, time, out);
        deals.startAgain(request, lastTime, time, out);
    }

    /** The node goes away on purpose. */
    void stop(long time, EventSink out) {
        lotOutage.stop(time, out);
    }

    /** What a command was about stands still after a fault of its code that changed nothing. */
    void suspend(Request request, long at, EventSink out) {
        if (!lots.isFree(request.lot())) {
            request.commit();
            suspend(request.lot(), at, out);
        }
        if (books.has(request.book())) {
            request.commit();
            bookCourse.fail(request.book(), FAULT, out);
        }
    }

    private void suspend(int number, long at, EventSink out) {
        if (deals.has(number)) {
            deals.suspend(number, at, FAULT, out);
        } else if (listings.governs(number)) {
            listingCourse.fault(listings.ofLot(number), at, FAULT, out);
        } else if (lots.has(number) && lotCourse.suspend(lots.get(number), at, FAULT, out)) {
            roadshows.lotSuspended(lots.get(number), at, out);
        }
    }
}
