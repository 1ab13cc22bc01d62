package org.gavel.exchange.engine.lot;

import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.admission.EntryRoll;
import org.gavel.exchange.engine.admission.Rolls;
import org.gavel.protocol.reject.RejectReason;

/** The rolls of lots, kept until the hammer. */
public final class LotRolls implements Rolls {
    private final Lots lots;

    public LotRolls(Lots lots) {
        this.lots = lots;
    }

    @Override
    public RejectReason check(Request request, int number) {
        if (!lots.has(number)) {
            return RejectReason.LOT_UNKNOWN;
        }
        LotState state = lots.get(number).state();
        return state.isEnd() || state == LotState.HAMMERED ? RejectReason.ALREADY_ENDED : RejectReason.NONE;
    }

    @Override
    public boolean isFixed(int number) {
        return lots.get(number).arePaddlesFixed();
    }

    @Override
    public EntryRoll of(int number) {
        return lots.get(number).roll();
    }
}
