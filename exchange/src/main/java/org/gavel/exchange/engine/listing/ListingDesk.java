package org.gavel.exchange.engine.listing;

import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.lot.LotCourse;
import org.gavel.exchange.engine.lot.LotState;
import org.gavel.protocol.command.ConcludeAgreement;
import org.gavel.protocol.command.SuspendListing;
import org.gavel.protocol.command.TerminateListing;
import org.gavel.protocol.command.WithdrawListing;
import org.gavel.protocol.event.ListingOutcome;
import org.gavel.protocol.event.LotTerminated;
import org.gavel.protocol.event.LotWithdrawn;
import org.gavel.protocol.reject.RejectReason;

/** What the venue's people do with a running listing: suspend, end, conclude the agreement with its only party. */
public final class ListingDesk {
    private final Listings listings;
    private final ListingCourse course;
    private final LotCourse lots;

    public ListingDesk(Listings listings, ListingCourse course, LotCourse lots) {
        this.listings = listings;
        this.course = course;
        this.lots = lots;
    }

    /** Whether there is the listing, and it is neither over nor standing still. */
    static RejectReason checkRunning(Listings listings, int number) {
        if (!listings.has(number)) {
            return RejectReason.LISTING_UNKNOWN;
        }
        return switch (listings.get(number).state()) {
            case CLOSED -> RejectReason.LISTING_OVER;
            case SUSPENDED -> RejectReason.LISTING_SUSPENDED;
            default -> RejectReason.NONE;
        };
    }

    /** Whether there is the listing, and it is not over. */
    static RejectReason checkNotOver(Listings listings, int number) {
        RejectReason refusal = checkRunning(listings, number);
        return refusal == RejectReason.LISTING_SUSPENDED ? RejectReason.NONE : refusal;
    }

    public RejectReason suspend(Request request, SuspendListing asked, EventSink out) {
        RejectReason refusal = checkRunning(listings, asked.listing());
        if (refusal == RejectReason.NONE) {
            request.commit();
            course.suspend(listings.get(asked.listing()), asked.cause().cause(), request.time(), asked.reason(), out);
        }
        return refusal;
    }

    /** Auction Law art. 29: before anybody takes part; afterwards two persons terminate it. */
    public RejectReason withdraw(Request request, WithdrawListing asked, EventSink out) {
        RejectReason refusal = checkNotOver(listings, asked.listing());
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        Listing listing = listings.get(asked.listing());
        int registered = listing.intentions().size();
        if (registered > 0) {
            return request.refuse(RejectReason.INTENTIONS_REGISTERED, registered);
        }
        request.commit();
        end(request, listing, ListingOutcome.WITHDRAWN, asked.reason(), out);
        out.emit(new LotWithdrawn(listing.lot().number(), asked.reason()));
        lots.end(listing.lot(), LotState.WITHDRAWN, request.time(), out);
        return RejectReason.NONE;
    }

    public RejectReason terminate(Request request, TerminateListing asked, EventSink out) {
        RejectReason refusal = checkNotOver(listings, asked.listing());
        if (refusal == RejectReason.NONE) {
            refusal = request.checkApprover();
        }
        if (refusal == RejectReason.NONE) {
            Listing listing = listings.get(asked.listing());
            request.commit();
            end(request, listing, ListingOutcome.TERMINATED, asked.reason(), out);
            out.emit(new LotTerminated(listing.lot().number(), asked.reason()));
            lots.end(listing.lot(), LotState.TERMINATED, request.time(), out);
        }
        return refusal;
    }

    private void end(Request request, Listing listing, ListingOutcome how, String reason, EventSink out) {
        int parties = listing.intentions().parties(listing.lot().roll()).size();
        course.close(listing, how, parties, 0, request.time(), reason, out);
    }

    /** The venue's people conclude what the party offered; they name no price of their own. */
    public RejectReason conclude(Request request, ConcludeAgreement asked, EventSink out) {
        RejectReason refusal = checkConclusion(request, asked.listing());
        if (refusal == RejectReason.NONE) {
            request.commit();
            course.conclude(listings.get(asked.listing()), request.time(), asked.reason(), out);
        }
        return refusal;
    }

    private RejectReason checkConclusion(Request request, int number) {
        RejectReason refusal = checkRunning(listings, number);
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        Listing listing = listings.get(number);
        if (listing.state() != ListingState.AGREEING) {
            return RejectReason.NO_AGREEMENT_DUE;
        }
        refusal = request.checkApprover();
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        return IntentionCourse.isUnmarked(request, listing.lot(), listing.party())
                ? RejectReason.DECLARED_PARTY_UNMARKED
                : listing.lot().roll().check(request, listing.party().participant());
    }
}
