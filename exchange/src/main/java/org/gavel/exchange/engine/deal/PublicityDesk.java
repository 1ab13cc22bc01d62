package org.gavel.exchange.engine.deal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.account.Accounts;
import org.gavel.exchange.engine.account.Relations;
import org.gavel.exchange.engine.rulebook.Rulebooks;
import org.gavel.protocol.command.DescribeParticipant;
import org.gavel.protocol.command.MarkRelation;
import org.gavel.protocol.command.PublishDeal;
import org.gavel.protocol.event.DealPublished;
import org.gavel.protocol.event.PublicityBegun;
import org.gavel.protocol.event.RelationMarked;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Day;

/** Puts on record where intended deals are public, and who is related to whom. */
public final class PublicityDesk {
    private final Accounts accounts;
    private final Deals deals;
    private final Rulebooks rulebooks;
    private final Standing standing;
    private final ObjectionDesk objections;

    public PublicityDesk(Accounts accounts, Deals deals, Rulebooks rulebooks, ObjectionDesk objections) {
        this.objections = objections;
        this.accounts = accounts;
        this.deals = deals;
        this.rulebooks = rulebooks;
        this.standing = new Standing(accounts, deals);
    }

    public RejectReason publish(Request request, PublishDeal asked, EventSink out) {
        RejectReason refusal = standing.checkPublic(asked.lot());
        if (refusal == RejectReason.NONE) {
            refusal = checkPublish(request, deals.publicDeal(asked.lot()), asked);
        }
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        PublicDeal deal = deals.publicDeal(asked.lot());
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
        RejectReason obstacle = deal.obstacle(request);
        if (obstacle != RejectReason.NONE) {
            return request.refuse(RejectReason.BUYER_NOT_ADMITTED, obstacle.code());
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

    /** A participant is described: whom that makes related is objected as if the relation were recorded now. */
    public RejectReason describe(
            Request request, DescribeParticipant asked, EventSink out, Supplier<RejectReason> describing) {
        List<PublicDeal> open = request.follows(Behaviour.RECORDED_RELATIONS_COUNT) ? unrelated(request) : List.of();
        RejectReason refusal = describing.get();
        if (refusal == RejectReason.NONE) {
            String grounds =
                    "Participant " + asked.participant() + " is described as a person who is on record as related.";
            open.stream().filter(this::isUnmarked).forEach(deal -> objections.raise(request, deal, 0, grounds, out));
        }
        return refusal;
    }

    /** The public deals whose parties are not known to be related, or are marked. */
    private List<PublicDeal> unrelated(Request request) {
        List<PublicDeal> found = new ArrayList<>();
        for (Deal each : deals.inOrder()) {
            if (each instanceof PublicDeal deal && objections.canVenueObject(request, deal) && !isUnmarked(deal)) {
                found.add(deal);
            }
        }
        return found;
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
                    && isAbout(request, deal, asked)
                    && objections.canVenueObject(request, deal)
                    && isUnmarked(deal)) {
                objections.raise(request, deal, 0, asked.reason(), out);
            }
        }
    }

    /** A relation of others is no reason to object, once more, to a deal whose own is on record. */
    private boolean isAbout(Request request, PublicDeal deal, MarkRelation asked) {
        return !request.follows(Behaviour.RELATIONS_OF_THE_DEAL)
                || deals.relations().isOf(asked.one(), asked.other(), deal.seller(), deal.buyer());
    }
}
