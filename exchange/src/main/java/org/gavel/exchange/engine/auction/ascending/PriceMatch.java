package org.gavel.exchange.engine.auction.ascending;

import org.gavel.exchange.engine.auction.Mechanism;
import org.gavel.protocol.command.MatchPrice;
import org.gavel.protocol.command.PhaseAct;
import org.gavel.protocol.reject.RejectReason;

/**
 * Taking the lead at an equal price where bids are open and rise (网络司法拍卖规定 art. 21). Whose right beats whose is
 * the lot's matter.
 */
final class PriceMatch {
    private PriceMatch() {}

    /** Whether the phase as it stands has a price this bidder could match. */
    static RejectReason check(Mechanism phase, int bidder, PhaseAct act) {
        if (!(act instanceof MatchPrice)) {
            return RejectReason.WRONG_PHASE;
        }
        if (phase.leader() == 0) {
            return RejectReason.PRIORITY_FIRST;
        }
        return phase.leader() == bidder ? RejectReason.ALREADY_LEADING : RejectReason.NONE;
    }
}
