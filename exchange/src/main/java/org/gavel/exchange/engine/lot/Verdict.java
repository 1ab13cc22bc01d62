package org.gavel.exchange.engine.lot;

import java.util.List;
import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.account.Accounts;
import org.gavel.exchange.engine.auction.Award;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.value.Reserve;

/** Whether a lot is sold as its bidding has ended, and why not. Changes nothing. */
final class Verdict {
    private final Accounts accounts;

    Verdict(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Auction Law arts 50, 51: the highest bid wins, unless it is below the reserve. */
    boolean isSold(Request request, Lot lot, List<Award> awards) {
        Reserve reserve = lot.terms().reserve();
        return !awards.isEmpty()
                && hasEnoughBidders(request, lot)
                && (reserve.isNone() || lot.mechanism().meets(reserve.amount().fen()));
    }

    /** Persons count, not numbers: that two bid means that two different ones do, who may. */
    private boolean hasEnoughBidders(Request request, Lot lot) {
        boolean competes = lot.isListed() && request.follows(Behaviour.BIDDERS_MAY_BID);
        int least = Math.max(lot.statute().minBidders(), competes ? 2 : 0);
        return lot.entrants().size() >= least
                && (least <= 1 || lot.entrants().bidders(request, accounts, lot.roll()) >= least);
    }

    PassCause whyUnsold(Request request, Lot lot, List<Award> awards) {
        boolean lacksBidders = !awards.isEmpty() && !hasEnoughBidders(request, lot);
        return lacksBidders ? PassCause.MIN_BIDDERS : lot.mechanism().whyUnsold();
    }

    /** Where nothing would be sold, or not as one lot, there is nothing that a priority could match. */
    boolean canBeMatched(Request request, Lot lot, List<Award> awards) {
        return lot.inquiry().isAnnounced()
                && awards.size() == 1
                && awards.get(0).units() == 0
                && isSold(request, lot, awards);
    }
}
