package org.gavel.exchange.engine.deal;

import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.account.Accounts;
import org.gavel.exchange.engine.rulebook.Rulebooks;
import org.gavel.protocol.command.DecideObjection;
import org.gavel.protocol.command.MarkRelation;
import org.gavel.protocol.command.PublishDeal;
import org.gavel.protocol.command.RaiseObjection;
import org.gavel.protocol.event.DealPublished;
import org.gavel.protocol.event.ObjectionDecided;
import org.gavel.protocol.event.ObjectionRaised;
import org.gavel.protocol.event.PublicityBegun;
import org.gavel.protocol.event.RelationMarked;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Day;
import org.gavel.protocol.value.Role;

/** Puts on record where intended deals are public, what is objected to them, and who is related to whom. */
public final class PublicityDesk {
    private final Accounts accounts;
    private final Deals deals;
    private final Rulebooks rulebooks;
    private final Standing standing;

    public PublicityDesk(Accounts accounts, Deals deals, Rulebooks rulebooks) {
        this.accounts = accounts;
        this.deals = deals;
        this.rulebooks = rulebooks;
        this.standing = new Standing(accounts, deals);
    }

    public RejectReason publish(Request request, PublishDeal asked, EventSink out) {
        RejectReason refusal = checkPublic(asked.lot());
        if (refusal == RejectReason.NONE) {
            refusal = checkPublish(request, deal(asked.lot()), asked);
        }
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        PublicDeal deal = deal(asked.lot());
        Day today = Day.at(request.time());
        Day last = last(deal, today);
        request.commit();
        boolean begins = deal.publicity().completes(asked.place());
        deal.publicity().publish(asked.place(), request.time());
        out.emit(new DealPublished(asked.lot(), asked.place(), asked.reference()));
        if (begins) {
            deal.become(DealState.PUBLICITY);
            deal.closesAt(last.plus(1).begins());
            deals.course().schedule(deal);
            out.emit(new PublicityBegun(asked.lot(), today, last, deal.closesAt()));
        }
        return RejectReason.NONE;
    }

    /** Civil Code arts 201, 203: the first day does not count, and a last day off is followed by the next working day. */
    private Day last(PublicDeal deal, Day from) {
        return rulebooks.days().lastAfter(from, deal.publicity().terms().days());
    }

    private RejectReason checkPublic(int lot) {
        if (deals.has(lot) && !(deals.get(lot) instanceof PublicDeal)) {
            return RejectReason.WRONG_MODE;
        }
        return standing.checkLive(lot);
    }

    private RejectReason checkPublish(Request request, PublicDeal deal, PublishDeal asked) {
        if (deal.publicity().isPublic(asked.place())) {
            return RejectReason.PUBLISHED_ALREADY;
        }
        if (deal.state() != DealState.PREPARED) {
            return RejectReason.WRONG_MODE;
        }
        if (isUnmarked(deal)) {
            return RejectReason.RELATED_PARTY_UNMARKED;
        }
        Day today = Day.at(request.time());
        int unknown = rulebooks.days().unknownYear(today, last(deal, today));
        return unknown != 0 && deal.publicity().completes(asked.place())
                ? request.refuse(RejectReason.CALENDAR_MISSING, unknown)
                : RejectReason.NONE;
    }

    private boolean isUnmarked(PublicDeal deal) {
        return !deal.publicity().terms().related() && deals.relations().areRelated(deal.seller(), deal.buyer());
    }

    public RejectReason object(Request request, RaiseObjection asked, EventSink out) {
        int objector = request.participant(asked.participant());
        RejectReason refusal = checkObjector(request, objector);
        if (refusal == RejectReason.NONE) {
            refusal = checkPublic(asked.lot());
        }
        if (refusal == RejectReason.NONE) {
            refusal = checkObjection(request, deal(asked.lot()));
        }
        if (refusal == RejectReason.NONE) {
            request.commit();
            raise(deal(asked.lot()), objector, asked.grounds(), out);
        }
        return refusal;
    }

    private RejectReason checkObjector(Request request, int objector) {
        if (request.role() == Role.BIDDER && request.actor() != objector) {
            return RejectReason.NOT_YOUR_ACCOUNT;
        }
        return objector == 0 || accounts.has(objector) ? RejectReason.NONE : RejectReason.PARTICIPANT_UNKNOWN;
    }

    private static RejectReason checkObjection(Request request, PublicDeal deal) {
        boolean isOpen = deal.state() == DealState.PREPARED || deal.state() == DealState.PUBLICITY;
        if (!isOpen || !deal.publicity().isPublic()) {
            return RejectReason.NOT_PUBLISHED;
        }
        return deal.publicity().objections() >= Publicity.MAX_OBJECTIONS
                ? request.refuse(RejectReason.OBJECTIONS_FULL, Publicity.MAX_OBJECTIONS)
                : RejectReason.NONE;
    }

    private static void raise(PublicDeal deal, int objector, String grounds, EventSink out) {
        int number = deal.publicity().raise(objector);
        out.emit(new ObjectionRaised(deal.number(), objector, number, grounds));
    }

    public RejectReason decide(Request request, DecideObjection asked, EventSink out) {
        RejectReason refusal = checkPublic(asked.lot());
        if (refusal == RejectReason.NONE) {
            refusal = checkDecision(deal(asked.lot()), asked.objection());
        }
        if (refusal == RejectReason.NONE) {
            refusal = DealDesk.checkApprover(request);
        }
        if (refusal == RejectReason.NONE) {
            decide(request, deal(asked.lot()), asked, out);
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
        publicity.decide(asked.objection(), asked.upheld());
        out.emit(
                new ObjectionDecided(asked.lot(), asked.objection(), asked.upheld(), publicity.open(), asked.reason()));
        if (asked.upheld()) {
            deals.course().takeBack(deal, asked.reason(), out);
        } else if (deal.isOverdue(request.time()) && publicity.open() == 0) {
            deal.proceed(request, deals.course(), request.time(), out);
        }
    }

    /** A relation found while an unmarked deal is public is objected by the venue itself. */
    public RejectReason mark(Request request, MarkRelation asked, EventSink out) {
        RejectReason refusal = checkRelation(request, asked);
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        request.commit();
        deals.relations().put(asked.one(), asked.other(), asked.related());
        out.emit(new RelationMarked(asked.one(), asked.other(), asked.related(), asked.reason()));
        if (asked.related()) {
            objectToUnmarked(request, asked, out);
        }
        return RejectReason.NONE;
    }

    private RejectReason checkRelation(Request request, MarkRelation asked) {
        if (!accounts.has(asked.one()) || !accounts.has(asked.other())) {
            return RejectReason.PARTICIPANT_UNKNOWN;
        }
        if (deals.relations().has(asked.one(), asked.other()) == asked.related()) {
            return RejectReason.DECIDED_ALREADY;
        }
        return asked.related() && deals.relations().isFull()
                ? request.refuse(RejectReason.RELATIONS_FULL, Relations.MAX)
                : RejectReason.NONE;
    }

    private void objectToUnmarked(Request request, MarkRelation asked, EventSink out) {
        for (Deal each : deals.inOrder()) {
            if (each instanceof PublicDeal deal
                    && checkPublic(deal.number()) == RejectReason.NONE
                    && checkObjection(request, deal) == RejectReason.NONE
                    && isUnmarked(deal)) {
                raise(deal, 0, asked.reason(), out);
            }
        }
    }

    private PublicDeal deal(int lot) {
        return (PublicDeal) deals.get(lot);
    }
}
