package org.gavel.exchange.engine.deal;

import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.account.Accounts;
import org.gavel.protocol.command.MakeOffer;
import org.gavel.protocol.command.TellInterest;
import org.gavel.protocol.command.WithdrawOffer;
import org.gavel.protocol.event.InterestTold;
import org.gavel.protocol.event.OfferMade;
import org.gavel.protocol.event.OfferMatched;
import org.gavel.protocol.event.OfferReceived;
import org.gavel.protocol.event.OfferWithdrawn;
import org.gavel.protocol.reject.RejectReason;

/** Takes offers for needs and what both sides say to them; neither learns of the other before both have said yes. */
public final class NeedDesk {
    private final Deals deals;
    private final Standing standing;

    public NeedDesk(Accounts accounts, Deals deals) {
        this.deals = deals;
        this.standing = new Standing(accounts, deals);
    }

    public RejectReason offer(Request request, MakeOffer asked, EventSink out) {
        int supplier = request.participant(asked.participant());
        RejectReason refusal = checkNeed(request, asked.lot(), supplier);
        if (refusal == RejectReason.NONE) {
            refusal = checkOffer(request, need(asked.lot()), supplier);
        }
        if (refusal == RejectReason.NONE) {
            Need need = need(asked.lot());
            request.commit();
            int number = need.add(supplier).number();
            out.emit(new OfferMade(asked.lot(), supplier, number, asked.price(), asked.proposal()));
            out.emit(new OfferReceived(asked.lot(), need.seller(), number, asked.price(), asked.proposal()));
        }
        return refusal;
    }

    private RejectReason checkNeed(Request request, int lot, int participant) {
        RejectReason refusal = standing.checkActor(request, participant);
        if (refusal == RejectReason.NONE && deals.has(lot) && !(deals.get(lot) instanceof Need)) {
            refusal = RejectReason.WRONG_MODE;
        }
        return refusal == RejectReason.NONE ? standing.checkLive(lot) : refusal;
    }

    private RejectReason checkOffer(Request request, Need need, int supplier) {
        RejectReason refusal = standing.checkParty(request, need, supplier);
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        int offered = standing.already(request, supplier, need::offerOf);
        if (offered != 0) {
            return request.refuse(RejectReason.OFFERED_ALREADY, offered);
        }
        return need.isFull() ? request.refuse(RejectReason.OFFERS_FULL, Need.MAX_OFFERS) : RejectReason.NONE;
    }

    public RejectReason withdraw(Request request, WithdrawOffer asked, EventSink out) {
        int supplier = request.participant(asked.participant());
        RejectReason refusal = checkNeed(request, asked.lot(), supplier);
        if (refusal == RejectReason.NONE && need(asked.lot()).offerOf(supplier) == 0) {
            refusal = RejectReason.OFFER_UNKNOWN;
        }
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        Need need = need(asked.lot());
        Offer offer = need.offer(need.offerOf(supplier));
        if (offer.isMatched()) {
            return RejectReason.OFFER_MATCHED;
        }
        request.commit();
        offer.withdraw();
        out.emit(new OfferWithdrawn(asked.lot(), supplier, offer.number()));
        out.emit(new OfferWithdrawn(asked.lot(), need.seller(), offer.number()));
        return RejectReason.NONE;
    }

    public RejectReason tell(Request request, TellInterest asked, EventSink out) {
        int participant = request.participant(asked.participant());
        RejectReason refusal = checkNeed(request, asked.lot(), participant);
        if (refusal == RejectReason.NONE) {
            refusal = checkInterest(need(asked.lot()), asked.offer(), participant);
        }
        if (refusal == RejectReason.NONE && asked.interested() && request.follows(Behaviour.ADMITTED_SAY_YES)) {
            refusal = checkYes(request, need(asked.lot()), participant);
        }
        if (refusal == RejectReason.NONE) {
            Need need = need(asked.lot());
            Offer offer = need.offer(asked.offer());
            request.commit();
            offer.say(participant == offer.supplier(), asked.interested());
            out.emit(new InterestTold(asked.lot(), participant, asked.offer(), asked.interested()));
            match(need, offer, out);
        }
        return refusal;
    }

    /** Whoever is neither side learns nothing, not even whether there is such an offer. */
    private static RejectReason checkInterest(Need need, int number, int participant) {
        if (!need.has(number)) {
            return RejectReason.OFFER_UNKNOWN;
        }
        Offer offer = need.offer(number);
        if (participant != need.seller() && participant != offer.supplier()) {
            return RejectReason.OFFER_UNKNOWN;
        }
        return offer.isMatched() ? RejectReason.OFFER_MATCHED : RejectReason.NONE;
    }

    /** A yes may be the last that is needed to learn who the other is; a no keeps nobody. */
    private RejectReason checkYes(Request request, Need need, int participant) {
        return participant == need.seller()
                ? standing.checkAdmitted(participant)
                : standing.checkParty(request, need, participant);
    }

    private static void match(Need need, Offer offer, EventSink out) {
        if (offer.isMatched()) {
            out.emit(new OfferMatched(need.number(), need.seller(), offer.number(), offer.supplier()));
            out.emit(new OfferMatched(need.number(), offer.supplier(), offer.number(), need.seller()));
        }
    }

    private Need need(int lot) {
        return (Need) deals.get(lot);
    }
}
