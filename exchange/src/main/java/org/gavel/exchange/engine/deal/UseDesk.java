package org.gavel.exchange.engine.deal;

import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.account.Accounts;
import org.gavel.protocol.command.ConvertUse;
import org.gavel.protocol.command.EndUse;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Share;

/** What a licensee does with what they use free: take it at the agreed price, or give it back. */
public final class UseDesk {
    private final Accounts accounts;
    private final Deals deals;
    private final Standing standing;

    public UseDesk(Accounts accounts, Deals deals) {
        this.accounts = accounts;
        this.deals = deals;
        this.standing = new Standing(accounts, deals);
    }

    public RejectReason convert(Request request, ConvertUse asked, EventSink out) {
        int licensee = request.participant(asked.participant());
        RejectReason refusal = check(request, asked.lot(), licensee);
        if (refusal == RejectReason.NONE) {
            refusal = checkBuyer(request, asked.lot(), licensee);
        }
        if (refusal == RejectReason.NONE) {
            refusal = checkObjections(request, use(asked.lot()));
        }
        if (refusal == RejectReason.NONE) {
            refusal = standing.checkMoney(
                    request, licensee, use(asked.lot()).use().deposit().fen());
        }
        if (refusal == RejectReason.NONE) {
            UseFirst deal = use(asked.lot());
            DealCourse course = deals.course();
            request.commit();
            course.hold(
                    asked.lot(), licensee, DealCourse.ONLY, deal.use().deposit().fen(), out);
            course.award(
                    asked.lot(), licensee, DealCourse.ONLY, deal.use().price(), 0, request.time(), Share.WHOLE, out);
            course.awarded(deal, request.time());
        }
        return refusal;
    }

    /** 浙江省促进科技成果转化条例 art. 17: a relation that the public was not told of, found while it is used. */
    private static RejectReason checkObjections(Request request, UseFirst deal) {
        int open = deal.publicity().open();
        return open > 0 ? request.refuse(RejectReason.OBJECTIONS_OPEN, open) : RejectReason.NONE;
    }

    private RejectReason checkBuyer(Request request, int lot, int licensee) {
        return request.follows(Behaviour.ADMITTED_BUYERS)
                ? standing.checkParty(request, use(lot), licensee)
                : accounts.get(licensee).checkAdmitted();
    }

    public RejectReason end(Request request, EndUse asked, EventSink out) {
        RejectReason refusal = check(request, asked.lot(), request.participant(asked.participant()));
        if (refusal == RejectReason.NONE) {
            request.commit();
            deals.course().pass(use(asked.lot()), PassCause.NOT_CONVERTED, 0, request.time(), out);
        }
        return refusal;
    }

    private RejectReason check(Request request, int lot, int licensee) {
        RejectReason refusal = standing.checkActor(request, licensee);
        if (refusal == RejectReason.NONE && deals.has(lot) && !(deals.get(lot) instanceof UseFirst)) {
            refusal = RejectReason.WRONG_MODE;
        }
        if (refusal == RejectReason.NONE) {
            refusal = standing.checkLive(lot);
        }
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        UseFirst deal = use(lot);
        if (deal.buyer() != licensee) {
            return RejectReason.NOT_A_PARTY;
        }
        return deal.state() == DealState.IN_USE ? RejectReason.NONE : RejectReason.WRONG_MODE;
    }

    private UseFirst use(int lot) {
        return (UseFirst) deals.get(lot);
    }
}
