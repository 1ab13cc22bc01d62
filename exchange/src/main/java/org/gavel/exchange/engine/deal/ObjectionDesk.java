package org.gavel.exchange.engine.deal;

import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.account.Accounts;
import org.gavel.exchange.engine.account.Relations;
import org.gavel.exchange.engine.rulebook.Rulebooks;
import org.gavel.protocol.command.DecideObjection;
import org.gavel.protocol.command.RaiseObjection;
import org.gavel.protocol.command.WithdrawObjection;
import org.gavel.protocol.event.ObjectionDecided;
import org.gavel.protocol.event.ObjectionRaised;
import org.gavel.protocol.event.ObjectionWithdrawn;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Day;
import org.gavel.protocol.value.Role;

/**
 * Takes objections (异议) to intended deals. Each holds the award up until it is decided or taken back, so that none may
 * cost the parties more than its decision takes: whoever objects does it once, while the deal is public.
 */
public final class ObjectionDesk {
    private final Accounts accounts;
    private final Deals deals;
    private final Rulebooks rulebooks;
    private final Standing standing;

    public ObjectionDesk(Accounts accounts, Deals deals, Rulebooks rulebooks) {
        this.accounts = accounts;
        this.deals = deals;
        this.rulebooks = rulebooks;
        this.standing = new Standing(accounts, deals);
    }

    public RejectReason object(Request request, RaiseObjection asked, EventSink out) {
        int objector = request.participant(asked.participant());
        RejectReason refusal = checkObjector(request, objector);
        if (refusal == RejectReason.NONE) {
            refusal = standing.checkPublic(asked.lot());
        }
        if (refusal == RejectReason.NONE) {
            refusal = check(request, deals.publicDeal(asked.lot()), objector);
        }
        if (refusal == RejectReason.NONE) {
            request.commit();
            raise(request, deals.publicDeal(asked.lot()), objector, asked.grounds(), out);
        }
        return refusal;
    }

    private RejectReason checkObjector(Request request, int objector) {
        boolean isVenue = objector == 0 && request.role() != Role.BIDDER;
        return isVenue ? RejectReason.NONE : accounts.checkActor(request, objector);
    }

    private RejectReason check(Request request, PublicDeal deal, int objector) {
        RejectReason refusal = RejectReason.NONE;
        if (objector != 0 && request.follows(Behaviour.OBJECTION_RULES)) {
            refusal = checkPerson(request, deal, objector);
        }
        if (refusal == RejectReason.NONE) {
            refusal = checkTime(request, deal);
        }
        if (refusal == RejectReason.NONE && deal.publicity().objections() >= Publicity.MAX_OBJECTIONS) {
            refusal = request.refuse(RejectReason.OBJECTIONS_FULL, Publicity.MAX_OBJECTIONS);
        }
        return refusal;
    }

    /**
     * The parties have other ways, and whoever is barred has the clerk. A bidder objects once, as one legal person; what
     * they would add the venue enters for them, once the first is decided.
     */
    private RejectReason checkPerson(Request request, PublicDeal deal, int objector) {
        Relations relations = deals.relations();
        boolean isOwn = request.role() == Role.BIDDER;
        if (isOwn && accounts.get(objector).checkAdmitted() == RejectReason.PARTICIPANT_BARRED) {
            return RejectReason.PARTICIPANT_BARRED;
        }
        if (relations.isSame(objector, deal.seller()) || relations.isSame(objector, deal.buyer())) {
            return RejectReason.OBJECTOR_IS_PARTY;
        }
        int earlier = deal.publicity().find(other -> other != 0 && relations.isSame(other, objector), !isOwn);
        return earlier == 0 ? RejectReason.NONE : request.refuse(RejectReason.OBJECTED_ALREADY, earlier);
    }

    private static RejectReason checkTime(Request request, PublicDeal deal) {
        boolean isClosed = deal.state() == DealState.WITHHELD || deal.isOverdue(request.time());
        if (isClosed && request.follows(Behaviour.OBJECTION_RULES)) {
            return RejectReason.OBJECTIONS_CLOSED;
        }
        return isObjectable(deal, deal.state()) ? RejectReason.NONE : RejectReason.NOT_PUBLISHED;
    }

    private static boolean isObjectable(PublicDeal deal, DealState state) {
        boolean isAhead = state == DealState.PREPARED || state == DealState.PUBLICITY || state == DealState.WITHHELD;
        return isAhead && deal.publicity().isPublic();
    }

    /** Whether the venue itself can object, which it can until the award; others fill up no place of its own. */
    boolean canVenueObject(Request request, PublicDeal deal) {
        if (request.follows(Behaviour.OBJECTION_RULES)) {
            boolean isStopped = deal.state() == DealState.SUSPENDED;
            DealState state = isStopped ? deal.stateBefore() : deal.state();
            return isObjectable(deal, state) || isPublicUse(request, deal, state);
        }
        return standing.checkLive(deal.number()) == RejectReason.NONE
                && isObjectable(deal, deal.state())
                && deal.publicity().objections() < Publicity.MAX_OBJECTIONS;
    }

    /** A use that was public first is no award: what the public was not told can still keep it from becoming one. */
    private static boolean isPublicUse(Request request, PublicDeal deal, DealState state) {
        return state == DealState.IN_USE
                && deal.publicity().isPublic()
                && request.follows(Behaviour.RELATIONS_UNTIL_AWARD);
    }

    /** Puts an objection on record; 0 objects for the venue itself, or for somebody from outside. */
    void raise(Request request, PublicDeal deal, int objector, String grounds, EventSink out) {
        int number = deal.publicity().raise(objector);
        out.emit(new ObjectionRaised(deal.number(), objector, number, grounds, decideBy(request, deal)));
    }

    /**
     * Counted as the publicity is: the first day does not count, a last day off is followed by the next working day; 0
     * where that cannot be counted, as a calendar is missing.
     */
    private long decideBy(Request request, PublicDeal deal) {
        if (!request.follows(Behaviour.OBJECTION_RULES)) {
            return 0;
        }
        int days = deal.publicity().terms().daysToDecide();
        Day today = Day.at(request.time());
        Day last = rulebooks.days().lastAfter(today, days);
        boolean lacksCalendar = rulebooks.days().unknownYear(today, last) != 0;
        return lacksCalendar && request.follows(Behaviour.EVERY_TERM_NEEDS_CALENDARS)
                ? 0
                : last.plus(1).begins();
    }

    /** Nobody takes back what another has raised, and nobody learns whether there is such an objection. */
    public RejectReason withdraw(Request request, WithdrawObjection asked, EventSink out) {
        RejectReason refusal = standing.checkPublic(asked.lot());
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        PublicDeal deal = deals.publicDeal(asked.lot());
        Publicity publicity = deal.publicity();
        int participant = request.participant(0);
        if (participant == 0 || publicity.objector(asked.objection()) != participant) {
            return RejectReason.OBJECTION_UNKNOWN;
        }
        if (!publicity.isOpen(asked.objection())) {
            return RejectReason.OBJECTION_DECIDED;
        }
        request.commit();
        publicity.close(asked.objection(), Publicity.Outcome.WITHDRAWN);
        out.emit(new ObjectionWithdrawn(asked.lot(), participant, asked.objection(), publicity.open()));
        goOn(request, deal, out);
        return RejectReason.NONE;
    }

    public RejectReason decide(Request request, DecideObjection asked, EventSink out) {
        RejectReason refusal = standing.checkPublic(asked.lot());
        if (refusal == RejectReason.NONE) {
            refusal = checkDecision(deals.publicDeal(asked.lot()), asked.objection());
        }
        if (refusal == RejectReason.NONE) {
            refusal = request.checkApprover();
        }
        if (refusal == RejectReason.NONE) {
            decide(request, deals.publicDeal(asked.lot()), asked, out);
        }
        return refusal;
    }

    private static RejectReason checkDecision(PublicDeal deal, int objection) {
        if (objection > deal.publicity().objections()) {
            return RejectReason.OBJECTION_UNKNOWN;
        }
        return deal.publicity().isOpen(objection) ? RejectReason.NONE : RejectReason.OBJECTION_DECIDED;
    }

    private void decide(Request request, PublicDeal deal, DecideObjection asked, EventSink out) {
        request.commit();
        Publicity publicity = deal.publicity();
        publicity.close(asked.objection(), asked.upheld() ? Publicity.Outcome.UPHELD : Publicity.Outcome.DISMISSED);
        out.emit(
                new ObjectionDecided(asked.lot(), asked.objection(), asked.upheld(), publicity.open(), asked.reason()));
        if (asked.upheld()) {
            deals.course().takeBack(deal, asked.reason(), out);
        } else {
            goOn(request, deal, out);
        }
    }

    /** What only objections kept goes on once none is open. */
    private void goOn(Request request, PublicDeal deal, EventSink out) {
        if (deal.isOverdue(request.time()) && deal.publicity().open() == 0) {
            deal.goOn(request, deals.course(), request.time(), out);
        }
    }
}
