package org.gavel.exchange.engine.listing;

import java.util.List;
import java.util.Optional;
import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.account.Accounts;
import org.gavel.exchange.engine.lot.Lot;
import org.gavel.exchange.engine.lot.LotCourse;
import org.gavel.exchange.engine.rulebook.Rulebooks;
import org.gavel.exchange.engine.timer.Deadline;
import org.gavel.exchange.engine.timer.TimerQueue;
import org.gavel.protocol.event.AgreementDue;
import org.gavel.protocol.event.DisclosureEnded;
import org.gavel.protocol.event.ExtensionCause;
import org.gavel.protocol.event.ListingClosed;
import org.gavel.protocol.event.ListingExtended;
import org.gavel.protocol.event.ListingOutcome;
import org.gavel.protocol.event.ListingSuspended;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.value.Day;
import org.gavel.protocol.value.ListingExtension;
import org.gavel.protocol.value.Micros;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.SuspensionCause;

/**
 * The course of a listing, whoever or whatever moves it on: how its disclosure ends, is extended or interrupted, and
 * what then becomes of its lot ({@code market-rules} 2.3).
 */
public final class ListingCourse {
    private final TimerQueue timers;
    private final Accounts accounts;
    private final Rulebooks rulebooks;
    private final LotCourse lots;
    private final IntentionCourse intentions;

    public ListingCourse(TimerQueue timers, Accounts accounts, Rulebooks rulebooks, LotCourse lots) {
        this.timers = timers;
        this.accounts = accounts;
        this.rulebooks = rulebooks;
        this.lots = lots;
        this.intentions = new IntentionCourse(rulebooks);
    }

    IntentionCourse intentions() {
        return intentions;
    }

    /** Its one deadline is when something next happens by itself. */
    void plan(Listing listing) {
        if (listing.nextDue() == TimerQueue.NEVER) {
            timers.cancel(listing.deadline());
        } else {
            timers.schedule(listing.deadline(), Deadline.Kind.LISTING, listing.nextDue());
        }
    }

    /** A term of the listing has ended. */
    public void elapse(Request request, Listing listing, long at, EventSink out) {
        Optional<Intention> overdue = listing.intentions().overdue(at);
        if (listing.state() != ListingState.AGREEING && overdue.isPresent()) {
            lapse(request, listing, overdue.get(), at, out);
        } else if (listing.state() == ListingState.AGREEING) {
            request.commit();
            close(listing, ListingOutcome.NO_AGREEMENT, 1, 0, at, "", out);
            lots.pass(listing.lot(), PassCause.NO_AGREEMENT, at, out);
        } else if (listing.intentions().isWaiting()) {
            request.commit();
            listing.become(ListingState.CONFIRMING);
            out.emit(new DisclosureEnded(listing.number(), listing.lot().number(), at));
            plan(listing);
        } else {
            decide(request, listing, at, out);
        }
    }

    private void lapse(Request request, Listing listing, Intention overdue, long at, EventSink out) {
        if (request.follows(Behaviour.EVERY_TERM_NEEDS_CALENDARS)
                && IntentionCourse.isGranted(request, listing, overdue)) {
            Day today = Day.at(at);
            Day last = rulebooks.days().lastWorkingAfter(today, listing.terms().depositDays());
            request.commit();
            if (lacksCalendar(listing, today, last, at, out)) {
                return;
            }
        }
        intentions.lapse(request, listing, overdue, at, out);
        follow(request, listing, at, out);
    }

    /** Something about its intentions has changed: where nobody is waited for after the disclosure, it is decided. */
    void follow(Request request, Listing listing, long at, EventSink out) {
        if (listing.state() == ListingState.CONFIRMING && !listing.intentions().isWaiting()) {
            decide(request, listing, at, out);
        } else {
            plan(listing);
        }
    }

    /** The disclosure is over and everybody's term too: too few parties extend it, else their number decides. */
    void decide(Request request, Listing listing, long at, EventSink out) {
        List<Intention> all = listing.intentions().parties(listing.lot().roll());
        boolean byPerson = request.follows(Behaviour.ONE_PARTY_A_PERSON);
        List<Intention> parties = byPerson ? Intentions.persons(all, accounts) : all;
        if (isExtended(listing, parties.size(), at)) {
            extend(request, listing, at, out);
        } else if (parties.isEmpty()) {
            request.commit();
            close(listing, ListingOutcome.NO_PARTY, 0, 0, at, "", out);
            lots.pass(listing.lot(), PassCause.NO_PARTY, at, out);
        } else if (parties.size() == 1) {
            agree(request, listing, parties.get(0), at, out);
        } else {
            compete(request, listing, parties, at, out);
        }
    }

    private boolean isExtended(Listing listing, int parties, long at) {
        ListingExtension rule = listing.terms().extension();
        return parties < rule.fewerThan()
                && listing.cycle() < rule.mostCycles()
                && rule.reaches(extendedTo(listing, at));
    }

    /** The last day of the cycle that would begin now: the day on which the period ended does not count. */
    private Day extendedTo(Listing listing, long at) {
        return rulebooks
                .days()
                .lastWorkingAfter(base(listing, at), listing.terms().extension().days());
    }

    private static Day base(Listing listing, long at) {
        Day ended = Day.at(at - 1);
        return ended.compareTo(listing.last()) > 0 ? ended : listing.last();
    }

    private void extend(Request request, Listing listing, long at, EventSink out) {
        Day base = base(listing, at);
        Day last = extendedTo(listing, at);
        request.commit();
        if (lacksCalendar(listing, base, last, at, out)) {
            return;
        }
        if (listing.state() != ListingState.DISCLOSING) {
            listing.become(ListingState.DISCLOSING);
        }
        listing.disclose(base.plus(1), last, listing.terms().extension().days());
        listing.countCycle();
        extended(listing, ExtensionCause.CYCLE, out);
        plan(listing);
    }

    /** Days of a year without a calendar are not counted: the listing stands still until there is one. */
    private boolean lacksCalendar(Listing listing, Day from, Day last, long at, EventSink out) {
        int unknown = rulebooks.days().unknownYear(from, last);
        if (unknown != 0) {
            boolean isOver = listing.state() != ListingState.DISCLOSING || at >= listing.closesAt();
            awaitCalendar(listing, unknown, at, out);
            if (isOver) {
                listing.beforeConfirming();
            }
        }
        return unknown != 0;
    }

    void awaitCalendar(Listing listing, int year, long at, EventSink out) {
        String reason = "Days of " + year + " cannot be counted: its holiday calendar is missing.";
        suspend(listing, SuspensionCause.CALENDAR, at, reason, out);
    }

    /** Says that the running period ends later now. */
    static void extended(Listing listing, ExtensionCause cause, EventSink out) {
        int lot = listing.lot().number();
        out.emit(
                new ListingExtended(listing.number(), lot, listing.cycle(), listing.last(), listing.closesAt(), cause));
    }

    /** 企业国有资产法 art. 54: with one transferee the sale is an agreement, not below the list price. */
    private void agree(Request request, Listing listing, Intention only, long at, EventSink out) {
        Day ended = Day.at(at - 1);
        Day last = rulebooks.days().lastWorkingAfter(ended, listing.terms().agreeDays());
        request.commit();
        if (request.follows(Behaviour.LISTINGS_NEED_CALENDARS) && lacksCalendar(listing, ended, last, at, out)) {
            return;
        }
        listing.become(ListingState.AGREEING);
        listing.agreeWith(only, listing.terms().closeOf(last));
        agreementDue(listing, out);
        plan(listing);
    }

    /** Says at which price and until when the agreement is due. */
    static void agreementDue(Listing listing, EventSink out) {
        Lot lot = listing.lot();
        int party = listing.party().participant();
        Money price = new Money(listing.agreedPrice());
        out.emit(new AgreementDue(
                listing.number(), lot.number(), party, lot.paddle(party), price, listing.agreeUntil()));
    }

    /** The agreement is concluded: the lot is awarded as any other. */
    void conclude(Listing listing, long at, String reason, EventSink out) {
        int party = listing.party().participant();
        long price = listing.agreedPrice();
        close(listing, ListingOutcome.AGREED, 1, 0, at, reason, out);
        lots.agree(listing.lot(), party, price, at, out);
    }

    /** 企业国有资产法 art. 54: two or more transferees compete; the announced phases open by themselves. */
    private void compete(Request request, Listing listing, List<Intention> parties, long at, EventSink out) {
        Lot lot = listing.lot();
        long opensAt = Math.max(lot.opensFrom(), opening(listing, at));
        request.commit();
        boolean counted = request.follows(Behaviour.LISTINGS_NEED_CALENDARS)
                && !listing.terms().opening().isZero();
        if (counted && lacksCalendar(listing, Day.at(at - 1), Day.at(opening(listing, at)), at, out)) {
            return;
        }
        if (listing.quotes().isPresent()) {
            lot.beginsWith(Quotes.carried(parties));
        }
        timers.schedule(lot.deadline(), Deadline.Kind.OPEN, opensAt);
        close(listing, ListingOutcome.COMPETITION, parties.size(), opensAt, at, "", out);
    }

    private long opening(Listing listing, long at) {
        long hour = Micros.of(listing.terms().opening());
        return hour == 0
                ? at
                : rulebooks.days().lastWorkingAfter(Day.at(at - 1), 1).begins() + hour;
    }

    /** The listing is over; what becomes of its lot is for the caller to say next. */
    void close(
            Listing listing, ListingOutcome outcome, int parties, long opensAt, long at, String reason, EventSink out) {
        listing.become(ListingState.CLOSED);
        plan(listing);
        int lot = listing.lot().number();
        out.emit(new ListingClosed(listing.number(), lot, outcome, parties, opensAt, at, reason));
    }

    void suspend(Listing listing, SuspensionCause cause, long at, String reason, EventSink out) {
        boolean discloses = listing.state() == ListingState.DISCLOSING && at < listing.closesAt();
        int left = discloses ? listing.daysLeft(rulebooks.days(), Day.at(at)) : 0;
        listing.suspend(cause, Day.at(at));
        plan(listing);
        out.emit(new ListingSuspended(listing.number(), listing.lot().number(), cause, left, reason));
    }

    /** A fault of ours stays in its listing, which stands still until somebody has looked at it. */
    public void fault(Listing listing, long at, String reason, EventSink out) {
        if (listing.state() != ListingState.SUSPENDED) {
            suspend(listing, SuspensionCause.FAULT, at, reason, out);
        }
    }
}
