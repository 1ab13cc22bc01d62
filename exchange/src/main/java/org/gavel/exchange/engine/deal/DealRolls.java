package org.gavel.exchange.engine.deal;

import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.admission.EntryRoll;
import org.gavel.exchange.engine.admission.Rolls;
import org.gavel.protocol.reject.RejectReason;

/** The rolls of deals, kept until they are over, also while they stand still. */
public final class DealRolls implements Rolls {
    private final Deals deals;

    public DealRolls(Deals deals) {
        this.deals = deals;
    }

    @Override
    public RejectReason check(Request request, int number) {
        if (!request.follows(Behaviour.DEAL_ROLLS)) {
            return RejectReason.LOT_UNKNOWN;
        }
        return deals.get(number).state().isEnd() ? RejectReason.DEAL_ENDED : RejectReason.NONE;
    }

    @Override
    public boolean isFixed(int number) {
        return false;
    }

    @Override
    public EntryRoll of(int number) {
        return deals.get(number).roll();
    }
}
