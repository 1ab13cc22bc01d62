package org.gavel.exchange.engine.listing;

import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.rulebook.Rulebooks;
import org.gavel.protocol.event.ExtensionCause;
import org.gavel.protocol.value.Day;

/**
 * Starts of the node. An outage closes no listing: a term that ended while the node was out ends at the closing hour of
 * the next working day; one that ends later on the day of the start keeps the time it had, but no longer than that; one
 * that ends on a later day stays, as whole days are left of it.
 */
public final class ListingOutage {
    private final Listings listings;
    private final ListingCourse course;
    private final Rulebooks rulebooks;

    public ListingOutage(Listings listings, ListingCourse course, Rulebooks rulebooks) {
        this.listings = listings;
        this.course = course;
        this.rulebooks = rulebooks;
    }

    /** The node is back; the last record before was written at {@code lastTime}. */
    public void start(long lastTime, long now, EventSink out) {
        for (Listing listing : listings.inOrder()) {
            if (listing.state() != ListingState.SUSPENDED && !listing.isOver()) {
                extend(listing, lastTime, now, out);
                course.plan(listing);
            }
        }
    }

    private void extend(Listing listing, long lastTime, long now, EventSink out) {
        for (Intention waited : listing.intentions().waited()) {
            long until = moved(listing, waited.due(), lastTime, now);
            if (until != waited.due()) {
                Resumption.move(listing, waited, until, out);
            }
        }
        if (listing.state() == ListingState.DISCLOSING) {
            long until = moved(listing, listing.closesAt(), lastTime, now);
            if (until != listing.closesAt()) {
                listing.closeAt(until);
                ListingCourse.extended(listing, ExtensionCause.OUTAGE, out);
            }
        } else if (listing.state() == ListingState.AGREEING) {
            long until = moved(listing, listing.agreeUntil(), lastTime, now);
            if (until != listing.agreeUntil()) {
                listing.agreeUntil(until);
                ListingCourse.agreementDue(listing, out);
            }
        }
    }

    private long moved(Listing listing, long due, long lastTime, long now) {
        Day back = Day.at(now);
        long next = listing.terms().closeOf(rulebooks.days().lastWorkingAfter(back, 1));
        if (due <= now) {
            return next;
        }
        boolean endsToday = Day.at(due - 1).compareTo(back) <= 0;
        return endsToday ? Math.min(due + now - lastTime, Math.max(due, next)) : due;
    }
}
