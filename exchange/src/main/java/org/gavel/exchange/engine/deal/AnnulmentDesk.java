package org.gavel.exchange.engine.deal;

import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.protocol.command.VoidLot;
import org.gavel.protocol.event.SaleReturned;
import org.gavel.protocol.reject.RejectReason;

/**
 * Makes the award of a deal void (撤销) while objections to it can be made, as that of a lot: two persons, the reason
 * published, everything held free again. What has not come to an award is ended, not annulled.
 */
public final class AnnulmentDesk {
    private final Deals deals;

    public AnnulmentDesk(Deals deals) {
        this.deals = deals;
    }

    public RejectReason annul(Request request, VoidLot asked, EventSink out) {
        if (!request.follows(Behaviour.DEALS_ANNULLED)) {
            return RejectReason.LOT_UNKNOWN;
        }
        return deals.has(asked.lot())
                ? annulDeal(request, deals.get(asked.lot()), asked.reason(), out)
                : annulSale(request, deals.offerOf(asked.lot()).orElseThrow(), asked, out);
    }

    private RejectReason annulDeal(Request request, Deal deal, String reason, EventSink out) {
        RejectReason refusal = check(request, deal);
        if (refusal == RejectReason.NONE) {
            refusal = request.checkApprover();
        }
        if (refusal == RejectReason.NONE) {
            request.commit();
            deals.course().annul(deal, reason, out);
        }
        return refusal;
    }

    private static RejectReason check(Request request, Deal deal) {
        if (!deal.terms().terms().isLot()) {
            return RejectReason.WRONG_MODE;
        }
        if (deal.state() == DealState.AWARDED) {
            return deal.isAnnullable(request.time()) ? RejectReason.NONE : RejectReason.OBJECTIONS_OVER;
        }
        return deal.state().isEnd() ? RejectReason.DEAL_ENDED : RejectReason.NOTHING_TO_VOID;
    }

    /** A licence goes back to its offer, and can be sold again while the offer stands. */
    private RejectReason annulSale(Request request, FixedPrice offer, VoidLot asked, EventSink out) {
        if (offer.isVoid(asked.lot())) {
            return RejectReason.DEAL_ENDED;
        }
        RejectReason refusal = offer.isAnnullable(asked.lot(), request.time())
                ? request.checkApprover()
                : RejectReason.OBJECTIONS_OVER;
        if (refusal == RejectReason.NONE) {
            DealCourse course = deals.course();
            request.commit();
            int buyer = offer.takeBack(asked.lot());
            course.voided(asked.lot(), buyer, DealCourse.ONLY, offer.sale().price(), asked.reason(), out);
            course.release(asked.lot(), buyer, offer.sale().deposit().fen(), out);
            out.emit(new SaleReturned(offer.number(), asked.lot(), offer.sold(), offer.left()));
        }
        return refusal;
    }
}
