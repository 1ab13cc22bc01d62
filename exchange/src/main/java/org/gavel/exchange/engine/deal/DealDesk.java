package org.gavel.exchange.engine.deal;

import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.account.Accounts;
import org.gavel.exchange.engine.rulebook.Rulebooks;
import org.gavel.protocol.command.AnnounceDeal;
import org.gavel.protocol.command.EndDeal;
import org.gavel.protocol.command.ResumeLot;
import org.gavel.protocol.event.DealAnnounced;
import org.gavel.protocol.event.DealEnd;
import org.gavel.protocol.event.LotResumed;
import org.gavel.protocol.event.UseBegun;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.ExclusionCause;
import org.gavel.protocol.value.NegotiatedTerms;
import org.gavel.protocol.value.Rulebook;

/** Takes announcements of deals, takes deals back, and lets those go on that a fault had stopped. */
public final class DealDesk {
    private final Accounts accounts;
    private final Deals deals;
    private final Rulebooks rulebooks;
    private final DealRules rules;

    public DealDesk(Accounts accounts, Deals deals, Rulebooks rulebooks) {
        this.accounts = accounts;
        this.deals = deals;
        this.rulebooks = rulebooks;
        this.rules = new DealRules(deals);
    }

    public RejectReason announce(Request request, AnnounceDeal asked, EventSink out) {
        RejectReason refusal = check(request, asked);
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        Deal deal = deals.make(asked, request.time());
        refusal = checkBuyer(request, deal);
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        Rulebook pack = rulebooks.get(asked.rulebook(), request.time());
        deal.ruledBy(pack.isPrivateSale() ? asked.rulebook() : pack.id());
        request.commit();
        deals.add(deal);
        out.emit(new DealAnnounced(
                asked.lot(),
                asked.title(),
                asked.seller(),
                asked.buyer(),
                asked.category(),
                deal.rulebook(),
                asked.terms(),
                deal.closesAt(),
                asked.objectionPeriod(),
                asked.admission()));
        if (deal.state() == DealState.IN_USE) {
            out.emit(new UseBegun(asked.lot(), deal.closesAt()));
        }
        handOver(asked, out);
        return RejectReason.NONE;
    }

    /** A licence can still be recorded and a buyer qualified, but for whoever would have it at once. */
    private static RejectReason checkBuyer(Request request, Deal deal) {
        RejectReason obstacle =
                deal.buyer() == 0 ? RejectReason.NONE : deal.roll().obstacle(deal.buyer());
        if (obstacle == RejectReason.EXPORT_FORBIDDEN) {
            return obstacle;
        }
        return obstacle != RejectReason.NONE && deal.state() == DealState.IN_USE
                ? request.refuse(RejectReason.BUYER_NOT_ADMITTED, obstacle.code())
                : RejectReason.NONE;
    }

    /** The need a negotiated deal came from has done its work. */
    private void handOver(AnnounceDeal asked, EventSink out) {
        if (asked.terms() instanceof NegotiatedTerms negotiated && negotiated.need() != 0) {
            Need need = (Need) deals.get(negotiated.need());
            need.handOver(negotiated.offer());
            if (!need.state().isEnd()) {
                deals.course().close(need, DealEnd.HANDED_OVER, out);
            }
        }
    }

    private RejectReason check(Request request, AnnounceDeal asked) {
        if (!deals.isFree(asked.lot())) {
            return RejectReason.LOT_EXISTS;
        }
        RejectReason refusal = checkParties(request, asked);
        if (refusal == RejectReason.NONE) {
            refusal = rulebooks.check(request, asked.rulebook(), request.time());
        }
        if (refusal == RejectReason.NONE
                && !rulebooks.get(asked.rulebook(), request.time()).admits(asked.category())) {
            refusal = RejectReason.CATEGORY_NOT_ADMITTED;
        }
        return refusal == RejectReason.NONE ? rules.check(request, asked) : refusal;
    }

    private RejectReason checkParties(Request request, AnnounceDeal asked) {
        if (!accounts.has(asked.seller()) || (asked.buyer() != 0 && !accounts.has(asked.buyer()))) {
            return RejectReason.PARTICIPANT_UNKNOWN;
        }
        if (asked.buyer() == 0) {
            return accounts.get(asked.seller()).checkAdmitted();
        }
        if (deals.relations().isSame(asked.seller(), asked.buyer())) {
            return RejectReason.BUYER_IS_SELLER;
        }
        if (accounts.get(asked.buyer()).isStaff()) {
            return request.exclude(asked.buyer(), ExclusionCause.STAFF);
        }
        RejectReason refusal = accounts.get(asked.seller()).checkAdmitted();
        return refusal == RejectReason.NONE ? accounts.get(asked.buyer()).checkAdmitted() : refusal;
    }

    public RejectReason end(Request request, EndDeal asked, EventSink out) {
        if (!deals.has(asked.lot())) {
            return RejectReason.DEAL_UNKNOWN;
        }
        Deal deal = deals.get(asked.lot());
        if (deal.state().isEnd()) {
            return RejectReason.DEAL_ENDED;
        }
        RejectReason refusal = request.checkApprover();
        if (refusal == RejectReason.NONE) {
            request.commit();
            deals.course().takeBack(deal, asked.reason(), out);
        }
        return refusal;
    }

    /** A deal goes on that a fault had stopped, or for whose buyer it stood still. */
    public RejectReason resume(Request request, ResumeLot asked, EventSink out) {
        Deal deal = deals.get(asked.lot());
        if (deal.state() == DealState.WITHHELD) {
            return release(request, (PublicDeal) deal, asked.reason(), out);
        }
        if (deal.state() != DealState.SUSPENDED) {
            return deal.state().isEnd() ? RejectReason.DEAL_ENDED : RejectReason.NOT_PAUSED;
        }
        request.commit();
        deals.course().resume(request, deal, asked.reason(), out);
        return RejectReason.NONE;
    }

    private RejectReason release(Request request, PublicDeal deal, String reason, EventSink out) {
        int open = deal.publicity().open();
        if (open > 0) {
            return request.refuse(RejectReason.OBJECTIONS_OPEN, open);
        }
        RejectReason obstacle = deal.obstacle(request);
        if (obstacle != RejectReason.NONE) {
            return request.refuse(RejectReason.BUYER_NOT_ADMITTED, obstacle.code());
        }
        request.commit();
        out.emit(new LotResumed(deal.number(), 0, reason));
        deal.proceed(request, deals.course(), request.time(), out);
        return RejectReason.NONE;
    }
}
