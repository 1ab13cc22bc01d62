package org.gavel.exchange.engine.deal;

import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.account.Accounts;
import org.gavel.protocol.command.BuyNow;
import org.gavel.protocol.event.DealEnd;
import org.gavel.protocol.event.OrderTaken;
import org.gavel.protocol.event.SaleMade;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.FixedPriceTerms;
import org.gavel.protocol.value.Share;

/** Takes orders at fixed prices: the first accepted has it, and each is a lot of its own, awarded at once. */
public final class SaleDesk {
    private final Deals deals;
    private final Standing standing;

    public SaleDesk(Accounts accounts, Deals deals) {
        this.deals = deals;
        this.standing = new Standing(accounts, deals);
    }

    public RejectReason buy(Request request, BuyNow asked, EventSink out) {
        int buyer = request.participant(asked.participant());
        RejectReason refusal = standing.checkActor(request, buyer);
        if (refusal == RejectReason.NONE) {
            refusal = checkOffer(request, asked);
        }
        if (refusal == RejectReason.NONE) {
            refusal = checkBuyer(request, (FixedPrice) deals.get(asked.lot()), buyer);
        }
        if (refusal == RejectReason.NONE) {
            FixedPrice offer = (FixedPrice) deals.get(asked.lot());
            int sale = deals.nextSale();
            request.commit();
            sell(offer, sale, buyer, request.time(), out);
        }
        return refusal;
    }

    private RejectReason checkOffer(Request request, BuyNow asked) {
        if (!deals.has(asked.lot())) {
            return RejectReason.DEAL_UNKNOWN;
        }
        if (!(deals.get(asked.lot()) instanceof FixedPrice offer)) {
            return RejectReason.WRONG_MODE;
        }
        if (offer.isSoldOut()) {
            return request.refuse(RejectReason.SOLD_OUT, offer.sold());
        }
        RejectReason refusal = standing.checkLive(asked.lot());
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        return asked.price().equals(offer.sale().price())
                ? RejectReason.NONE
                : request.refuse(RejectReason.OFF_PRICE, offer.sale().price().fen());
    }

    private RejectReason checkBuyer(Request request, FixedPrice offer, int buyer) {
        RejectReason refusal = standing.checkBuyer(request, offer, buyer);
        int bought = standing.already(request, buyer, offer::saleTo);
        if (refusal == RejectReason.NONE && bought != 0) {
            refusal = request.refuse(RejectReason.BOUGHT_ALREADY, bought);
        }
        if (refusal == RejectReason.NONE && deals.nextSale() == 0) {
            refusal = RejectReason.SALES_FULL;
        }
        return refusal == RejectReason.NONE
                ? standing.checkMoney(request, buyer, offer.sale().deposit().fen())
                : refusal;
    }

    private void sell(FixedPrice offer, int sale, int buyer, long now, EventSink out) {
        FixedPriceTerms terms = offer.sale();
        DealCourse course = deals.course();
        deals.take(sale, offer);
        offer.sell(buyer, sale, now);
        out.emit(new OrderTaken(offer.number(), sale, offer.sold(), offer.left()));
        out.emit(new SaleMade(
                sale,
                offer.number(),
                offer.terms().title(),
                offer.seller(),
                offer.rulebook(),
                terms.price(),
                terms.deposit(),
                terms.exclusive()));
        course.hold(sale, buyer, DealCourse.ONLY, terms.deposit().fen(), out);
        course.award(sale, buyer, DealCourse.ONLY, terms.price(), 1, now, Share.WHOLE, out);
        if (offer.isSoldOut()) {
            course.close(offer, DealEnd.SOLD_OUT, out);
        }
    }
}
