package org.gavel.exchange.engine.auction.ascending;

import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.auction.Effect;
import org.gavel.exchange.engine.auction.Floor;
import org.gavel.protocol.command.PhaseAct;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.EnglishTerms;

/**
 * Open ascending bidding with a soft close ({@code auction-mechanisms} 2.2). A bid must be higher than the price; only
 * the holder of a priority matches it. The interval is half-open: the lot closes it before a bid at the closing instant comes.
 */
public final class EnglishAuction extends RisingPhase {
    private final RaiseRule raises;

    public EnglishAuction(EnglishTerms terms) {
        super(terms.start(), terms.increments(), terms.duration(), terms.softClose());
        this.raises = new RaiseRule(terms.start(), terms.anyRaise(), terms.maxMultiple(), terms.leaderMayRaise());
    }

    @Override
    public RejectReason check(Request request, int bidder, long amount) {
        return raises.check(request, this, bidder, amount);
    }

    @Override
    public Effect accept(Request request, int bidder, long amount, Floor floor) {
        lead(bidder, amount);
        hasBid(bidder);
        Effect effect = moved(request.time());
        floor.leads(bidder, amount);
        return effect;
    }

    @Override
    public RejectReason checkAct(Request request, int bidder, PhaseAct act) {
        return PriceMatch.check(this, bidder, act);
    }

    @Override
    public Effect acceptAct(Request request, int bidder, PhaseAct act, Floor floor) {
        return accept(request, bidder, price(), floor);
    }
}
