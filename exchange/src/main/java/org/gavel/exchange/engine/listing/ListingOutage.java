package org.gavel.exchange.engine.listing;

import java.util.stream.LongStream;
import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.rulebook.Rulebooks;
import org.gavel.exchange.engine.timer.TimerQueue;
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
    public void start(Request request, long lastTime, long now, EventSink out) {
        for (Listing listing : listings.inOrder()) {
            if (listing.state() != ListingState.SUSPENDED && !listing.isOver()) {
                int unknown =
                        request.follows(Behaviour.EVERY_TERM_NEEDS_CALENDARS) ? unknown(listing, lastTime, now) : 0;
                if (unknown != 0) {
                    course.awaitCalendar(listing, unknown, now, out);
                } else {
                    extend(listing, lastTime, now, out);
                    course.plan(listing);
                }
            }
        }
    }

    /** The year without a calendar in which a term would end that needs the next working day, or 0. */
    private int unknown(Listing listing, long lastTime, long now) {
        Day back = Day.at(now);
        LongStream terms = listing.intentions().waited().stream().mapToLong(Intention::due);
        boolean needsNext = LongStream.concat(terms, LongStream.of(ownTerm(listing)))
                .anyMatch(due -> needsNext(due, back, lastTime, now));
        return needsNext ? rulebooks.days().unknownYear(back, rulebooks.days().lastWorkingAfter(back, 1)) : 0;
    }

    private static long ownTerm(Listing listing) {
        return switch (listing.state()) {
            case DISCLOSING -> listing.closesAt();
            case AGREEING -> listing.agreeUntil();
            default -> TimerQueue.NEVER;
        };
    }

    private static boolean needsNext(long due, Day back, long lastTime, long now) {
        long tomorrow = back.plus(1).begins();
        return due <= now || (due <= tomorrow && due + now - lastTime > tomorrow);
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
