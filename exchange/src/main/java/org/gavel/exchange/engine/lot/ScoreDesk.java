package org.gavel.exchange.engine.lot;

import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.account.Accounts;
import org.gavel.exchange.engine.auction.Scored;
import org.gavel.protocol.command.RecordScores;
import org.gavel.protocol.reject.RejectReason;

/** Puts on record what panels find of bidders; two people of the venue answer for each finding. */
public final class ScoreDesk {
    private final Lots lots;
    private final LotFloor floor;

    public ScoreDesk(Accounts accounts, Lots lots) {
        this.floor = new LotFloor(accounts);
        this.lots = lots;
    }

    public RejectReason record(Request request, RecordScores asked, EventSink out) {
        if (!lots.has(asked.lot())) {
            return RejectReason.LOT_UNKNOWN;
        }
        Lot lot = lots.get(asked.lot());
        RejectReason refusal = check(request, lot, asked);
        if (refusal == RejectReason.NONE) {
            request.commit();
            ((Scored) lot.mechanism()).score(asked, floor.of(request, lot, out));
        }
        return refusal;
    }

    private static RejectReason check(Request request, Lot lot, RecordScores asked) {
        if (lot.state() != LotState.OPEN) {
            return lot.state().isEnd() ? RejectReason.ALREADY_ENDED : RejectReason.LOT_NOT_OPEN;
        }
        if (!(lot.mechanism() instanceof Scored phase)) {
            return RejectReason.WRONG_PHASE;
        }
        RejectReason refusal = phase.checkScores(asked);
        return refusal == RejectReason.NONE ? request.checkApprover() : refusal;
    }
}
