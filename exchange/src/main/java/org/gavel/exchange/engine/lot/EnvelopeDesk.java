package org.gavel.exchange.engine.lot;

import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.account.Accounts;
import org.gavel.exchange.engine.auction.EnvelopePhase;
import org.gavel.protocol.command.VoidEnvelope;
import org.gavel.protocol.reject.RejectReason;

/** What two people of the venue put on record about envelopes the keyholders cannot open. */
public final class EnvelopeDesk {
    private final Lots lots;
    private final LotFloor floor;

    public EnvelopeDesk(Accounts accounts, Lots lots) {
        this.floor = new LotFloor(accounts);
        this.lots = lots;
    }

    public RejectReason voidEnvelope(Request request, VoidEnvelope asked, EventSink out) {
        if (!lots.has(asked.lot())) {
            return RejectReason.LOT_UNKNOWN;
        }
        Lot lot = lots.get(asked.lot());
        if (lot.state() != LotState.OPEN) {
            return lot.state().isEnd() ? RejectReason.ALREADY_ENDED : RejectReason.LOT_NOT_OPEN;
        }
        if (!(lot.mechanism() instanceof EnvelopePhase phase)) {
            return RejectReason.WRONG_PHASE;
        }
        RejectReason refusal = phase.checkVoid(asked.bidder());
        if (refusal == RejectReason.NONE) {
            refusal = request.checkApprover();
        }
        if (refusal == RejectReason.NONE) {
            request.commit();
            phase.voidEnvelope(asked, floor.of(request, lot, out));
        }
        return refusal;
    }
}
