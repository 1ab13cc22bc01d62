package org.gavel.exchange.engine.lot;

import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.account.Accounts;
import org.gavel.protocol.command.GrantPriority;
import org.gavel.protocol.event.PriorityGranted;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.PriorityMode;

/** Puts rights of first refusal on record before a lot opens (网络司法拍卖规定 arts 16, 19). */
public final class PriorityDesk {
    private final Accounts accounts;
    private final Lots lots;

    public PriorityDesk(Accounts accounts, Lots lots) {
        this.accounts = accounts;
        this.lots = lots;
    }

    public RejectReason grant(Request request, GrantPriority asked, EventSink out) {
        if (!lots.has(asked.lot())) {
            return RejectReason.LOT_UNKNOWN;
        }
        if (!accounts.has(asked.participant())) {
            return RejectReason.PARTICIPANT_UNKNOWN;
        }
        Lot lot = lots.get(asked.lot());
        RejectReason refusal = check(request, lot, asked.participant());
        if (refusal == RejectReason.NONE) {
            request.commit();
            lot.priorities().grant(asked.participant(), asked.rank());
            out.emit(new PriorityGranted(asked.lot(), asked.participant(), asked.rank()));
        }
        return refusal;
    }

    private RejectReason check(Request request, Lot lot, int participant) {
        if (lot.state() != LotState.ANNOUNCED) {
            return lot.state().isEnd() ? RejectReason.ALREADY_ENDED : RejectReason.NOT_AWAITING;
        }
        if (lot.priorities().rule().mode() == PriorityMode.NONE) {
            return RejectReason.PRIORITY_NOT_OFFERED;
        }
        RejectReason excluded = lot.roll().checkExcluded(request, participant);
        if (excluded != RejectReason.NONE) {
            return excluded;
        }
        if (lot.statute().isBarred(request, accounts, participant)) {
            return RejectReason.DEFAULTER_BARRED;
        }
        if (lot.priorities().has(participant)) {
            return RejectReason.PRIORITY_HELD;
        }
        return lot.priorities().size() == Priorities.MAX_HOLDERS
                ? request.refuse(RejectReason.HOLDERS_FULL, Priorities.MAX_HOLDERS)
                : RejectReason.NONE;
    }
}
