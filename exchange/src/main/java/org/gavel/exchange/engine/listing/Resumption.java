package org.gavel.exchange.engine.listing;

import java.util.stream.IntStream;
import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.rulebook.Rulebooks;
import org.gavel.protocol.command.ResumeListing;
import org.gavel.protocol.event.IntentionTermMoved;
import org.gavel.protocol.event.ListingResumed;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Day;
import org.gavel.protocol.value.LegalDays;

/**
 * Lets suspended listings go on: the disclosure for the working days that were left, and not fewer than the rulebook
 * asks for (MR-T33), the terms of single parties anew and whole.
 */
public final class Resumption {
    private final Listings listings;
    private final ListingCourse course;
    private final Rulebooks rulebooks;

    public Resumption(Listings listings, ListingCourse course, Rulebooks rulebooks) {
        this.listings = listings;
        this.course = course;
        this.rulebooks = rulebooks;
    }

    public RejectReason resume(Request request, ResumeListing asked, EventSink out) {
        RejectReason refusal = ListingDesk.checkNotOver(listings, asked.listing());
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        Listing listing = listings.get(asked.listing());
        if (listing.state() != ListingState.SUSPENDED) {
            return RejectReason.LISTING_NOT_SUSPENDED;
        }
        Day last = last(listing, request.time());
        Day longest = request.follows(Behaviour.EVERY_TERM_NEEDS_CALENDARS) ? longest(request, listing, last) : last;
        int unknown = rulebooks.days().unknownYear(Day.at(request.time()), longest);
        if (unknown != 0) {
            return request.refuse(RejectReason.CALENDAR_MISSING, unknown);
        }
        request.commit();
        goOn(request, listing, last, asked.reason(), out);
        return RejectReason.NONE;
    }

    /** The last day of what goes on: the disclosure, a cycle that may begin, or the agreement. */
    private Day last(Listing listing, long at) {
        LegalDays days = rulebooks.days();
        Day today = Day.at(at);
        return switch (listing.before()) {
            case DISCLOSING -> {
                Day last = days.lastWorkingFrom(today, listing.daysLeft(days, listing.suspendedOn()));
                yield listing.terms().closeOf(last) > at ? last : days.lastWorkingAfter(last, 1);
            }
            case AGREEING -> days.lastWorkingAfter(today, listing.terms().agreeDays());
            default ->
                days.lastWorkingAfter(
                        today, Math.max(1, listing.terms().extension().days()));
        };
    }

    /** The last day of what goes on, of the terms that begin anew, and of an agreement that is due at once. */
    private Day longest(Request request, Listing listing, Day last) {
        IntStream terms = listing.intentions().waited().stream().mapToInt(waited -> term(listing, waited));
        boolean isDecided = listing.before() == ListingState.CONFIRMING
                && !listing.intentions().isWaiting()
                && request.follows(Behaviour.RESUMED_FOR_GOOD);
        IntStream agreement = isDecided ? IntStream.of(listing.terms().agreeDays()) : IntStream.empty();
        return IntStream.concat(terms, agreement)
                .mapToObj(days -> rulebooks.days().lastWorkingAfter(Day.at(request.time()), days))
                .reduce(last, (one, other) -> one.compareTo(other) < 0 ? other : one);
    }

    private static int term(Listing listing, Intention waited) {
        boolean undecided = waited.standing() == Intention.Standing.WAITING;
        return undecided ? listing.terms().decideDays() : listing.terms().depositDays();
    }

    private void goOn(Request request, Listing listing, Day last, String reason, EventSink out) {
        long at = request.time();
        int left = listing.daysLeft(rulebooks.days(), listing.suspendedOn());
        listing.become(listing.before());
        long closesAt = 0;
        if (listing.state() == ListingState.DISCLOSING) {
            listing.disclose(Day.at(at), last, left);
            closesAt = listing.closesAt();
        } else if (listing.state() == ListingState.AGREEING) {
            listing.agreeUntil(listing.terms().closeOf(last));
        }
        boolean isDisclosed = listing.state() != ListingState.DISCLOSING;
        Day told = isDisclosed && request.follows(Behaviour.DISCLOSURES_END_ONCE) ? listing.last() : last;
        out.emit(new ListingResumed(listing.number(), listing.lot().number(), told, closesAt, reason));
        listing.intentions().waited().forEach(waited -> restart(listing, waited, at, out));
        if (listing.state() == ListingState.AGREEING) {
            ListingCourse.agreementDue(listing, out);
        }
        course.follow(request, listing, at, out);
    }

    private void restart(Listing listing, Intention waited, long at, EventSink out) {
        move(listing, waited, course.intentions().termFrom(listing, at, term(listing, waited)), out);
    }

    /** A running term ends then, and its party is told. */
    static void move(Listing listing, Intention waited, long until, EventSink out) {
        listing.intentions().stand(waited, waited.standing(), until);
        int lot = listing.lot().number();
        out.emit(new IntentionTermMoved(listing.number(), lot, waited.participant(), waited.number(), until));
    }
}
