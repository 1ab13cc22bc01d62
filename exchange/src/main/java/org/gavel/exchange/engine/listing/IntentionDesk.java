package org.gavel.exchange.engine.listing;

import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.account.Accounts;
import org.gavel.exchange.engine.listing.Intention.Standing;
import org.gavel.exchange.engine.lot.Lot;
import org.gavel.exchange.engine.lot.LotDesk;
import org.gavel.exchange.engine.rulebook.Rulebooks;
import org.gavel.protocol.command.ApplyForLot;
import org.gavel.protocol.command.HoldDeposit;
import org.gavel.protocol.command.MarkParty;
import org.gavel.protocol.command.QualifyBidder;
import org.gavel.protocol.command.RegisterIntention;
import org.gavel.protocol.event.ApplicationReceived;
import org.gavel.protocol.event.IntentionRegistered;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Day;
import org.gavel.protocol.value.ExclusionCause;
import org.gavel.protocol.value.Money;

/** Takes intentions one by one, the decisions on them, and their deposits, each in its term. */
public final class IntentionDesk {
    private final Accounts accounts;
    private final Listings listings;
    private final ListingCourse course;
    private final Rulebooks rulebooks;
    private final LotDesk lots;

    public IntentionDesk(
            Accounts accounts, Listings listings, ListingCourse course, Rulebooks rulebooks, LotDesk lots) {
        this.accounts = accounts;
        this.listings = listings;
        this.course = course;
        this.rulebooks = rulebooks;
        this.lots = lots;
    }

    /** Whoever applies for a listed lot registers an intention at its list price. */
    public RejectReason apply(Request request, ApplyForLot asked, EventSink out) {
        int listing = listings.ofLot(asked.lot()).number();
        return register(request, new RegisterIntention(listing, asked.participant(), Money.ZERO, false), out);
    }

    public RejectReason register(Request request, RegisterIntention asked, EventSink out) {
        int participant = request.participant(asked.participant());
        RejectReason refusal = check(request, asked, participant);
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        Listing listing = listings.get(asked.listing());
        long decideBy = course.intentions()
                .termFrom(listing, request.time(), listing.terms().decideDays());
        request.commit();
        Intention added = listing.intentions().add(participant, asked.offer().fen(), asked.related(), decideBy);
        listing.lot().roll().apply(participant);
        course.plan(listing);
        int lot = listing.lot().number();
        out.emit(new ApplicationReceived(lot, participant));
        out.emit(new IntentionRegistered(
                asked.listing(), lot, participant, added.number(), asked.offer(), asked.related(), decideBy));
        return RejectReason.NONE;
    }

    private RejectReason check(Request request, RegisterIntention asked, int participant) {
        RejectReason refusal = checkParty(request, asked.listing(), participant);
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        Listing listing = listings.get(asked.listing());
        if (listing.state() != ListingState.DISCLOSING) {
            return RejectReason.DISCLOSURE_OVER;
        }
        if (listing.intentions().has(participant)) {
            int number = listing.intentions().get(participant).number();
            return request.refuse(RejectReason.INTENTION_EXISTS, number);
        }
        boolean byPerson = request.follows(Behaviour.ONE_PARTY_A_PERSON);
        int same = byPerson ? listing.intentions().ofPerson(accounts, participant) : 0;
        if (same != 0) {
            return request.refuse(RejectReason.INTENTION_EXISTS, same);
        }
        if (listing.intentions().size() == Intentions.MOST) {
            return request.refuse(RejectReason.INTENTIONS_FULL, Intentions.MOST);
        }
        if (listing.quotes().isPresent() && asked.offer().fen() > 0) {
            return RejectReason.QUOTE_LATER;
        }
        if (request.follows(Behaviour.LISTINGS_NEED_CALENDARS)) {
            RejectReason missing = checkCalendar(request, listing.terms().decideDays());
            if (missing != RejectReason.NONE) {
                return missing;
            }
        }
        RejectReason kept = listing.lot().roll().checkPerson(request, participant);
        return kept == RejectReason.NONE && request.follows(Behaviour.DEFAULTERS_NOT_REGISTERED)
                ? lots.checkDefaulter(request, listing.lot(), participant)
                : kept;
    }

    /** Whether so many working days can be counted from today. */
    private RejectReason checkCalendar(Request request, int days) {
        Day today = Day.at(request.time());
        int unknown = rulebooks.days().unknownYear(today, rulebooks.days().lastWorkingAfter(today, days));
        return unknown == 0 ? RejectReason.NONE : request.refuse(RejectReason.CALENDAR_MISSING, unknown);
    }

    /** Who asks and for whom, and whether the listing runs: before everything else. */
    RejectReason checkParty(Request request, int number, int participant) {
        RejectReason refusal = accounts.checkActor(request, participant);
        return refusal == RejectReason.NONE ? ListingDesk.checkRunning(listings, number) : refusal;
    }

    public RejectReason qualify(Request request, QualifyBidder asked, EventSink out) {
        Listing listing = listings.ofLot(asked.lot());
        RejectReason refusal = checkDecision(request, listing, asked);
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        Intention intention = listing.intentions().get(asked.participant());
        long payBy = course.intentions().payBy(listing, request.time());
        request.commit();
        course.intentions().decide(request, listing, intention, asked.qualified(), payBy, asked.reason(), out);
        course.follow(request, listing, request.time(), out);
        return RejectReason.NONE;
    }

    private RejectReason checkDecision(Request request, Listing listing, QualifyBidder asked) {
        if (!accounts.has(asked.participant())) {
            return RejectReason.PARTICIPANT_UNKNOWN;
        }
        RejectReason refusal = ListingDesk.checkRunning(listings, listing.number());
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        if (listing.state() == ListingState.AGREEING) {
            return RejectReason.DISCLOSURE_OVER;
        }
        Lot lot = listing.lot();
        if (!listing.intentions().has(asked.participant())) {
            return RejectReason.NOT_APPLIED;
        }
        Intention intention = listing.intentions().get(asked.participant());
        if (intention.standing() == Standing.LAPSED) {
            return RejectReason.PLACE_LOST;
        }
        if (lot.roll().isDecided(asked.participant(), asked.qualified())) {
            return RejectReason.DECIDED_ALREADY;
        }
        return asked.qualified() ? checkQualified(request, listing, intention) : RejectReason.NONE;
    }

    private RejectReason checkQualified(Request request, Listing listing, Intention intention) {
        if (IntentionCourse.isUnmarked(request, listing.lot(), intention)) {
            return RejectReason.DECLARED_PARTY_UNMARKED;
        }
        RejectReason missing = checkCalendar(request, listing.terms().depositDays());
        return missing != RejectReason.NONE
                ? missing
                : listing.lot().roll().checkPerson(request, intention.participant());
    }

    /** Whether a mark would go that a declared or recorded relation asks for. */
    public RejectReason checkMark(Request request, MarkParty asked) {
        boolean goes = asked.cause() == ExclusionCause.NONE
                && listings.offers(asked.lot())
                && request.follows(Behaviour.RECORDED_RELATIONS_COUNT);
        return goes && isRelated(listings.ofLot(asked.lot()), asked.participant())
                ? RejectReason.DECLARED_PARTY_UNMARKED
                : RejectReason.NONE;
    }

    private boolean isRelated(Listing listing, int participant) {
        boolean isDeclared = listing.intentions().has(participant)
                && listing.intentions().get(participant).isRelated();
        return accounts.has(participant)
                && (isDeclared
                        || accounts.relations().areRelated(listing.lot().terms().seller(), participant));
    }

    /** In a listing's deposit window alone; whoever does not pay in it has lost the place. */
    public RejectReason holdDeposit(Request request, HoldDeposit asked, EventSink out) {
        int participant = request.participant(asked.participant());
        Listing listing = listings.ofLot(asked.lot());
        RejectReason refusal = checkParty(request, listing.number(), participant);
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        if (!listing.intentions().has(participant)) {
            return RejectReason.INTENTION_UNKNOWN;
        }
        Intention intention = listing.intentions().get(participant);
        if (intention.standing() == Standing.LAPSED) {
            return RejectReason.PLACE_LOST;
        }
        refusal = lots.holdDeposit(request, asked, out);
        if (refusal == RejectReason.NONE) {
            listing.intentions().stand(intention, Standing.ADMITTED, 0);
            course.follow(request, listing, request.time(), out);
        }
        return refusal;
    }
}
