package org.gavel.exchange.engine.lot;

import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.account.Accounts;
import org.gavel.exchange.engine.auction.Called;
import org.gavel.protocol.command.CallLot;
import org.gavel.protocol.command.HammerLot;
import org.gavel.protocol.command.OverrideIncrement;
import org.gavel.protocol.command.ReopenLot;
import org.gavel.protocol.command.TerminateLot;
import org.gavel.protocol.command.UndoBid;
import org.gavel.protocol.command.VoidLot;
import org.gavel.protocol.event.IncrementOverridden;
import org.gavel.protocol.event.LotTerminated;
import org.gavel.protocol.event.LotVoided;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Money;

/** What the clerk does on the rostrum. What takes something back needs a second person. */
public final class CallDesk {
    private final Lots lots;
    private final LotCourse course;
    private final LotFloor floor;

    public CallDesk(Accounts accounts, Lots lots, LotCourse course) {
        this.floor = new LotFloor(accounts);
        this.lots = lots;
        this.course = course;
    }

    public RejectReason call(Request request, CallLot asked, EventSink out) {
        RejectReason refusal = checkRunning(asked.lot());
        if (refusal == RejectReason.NONE) {
            refusal = called(asked.lot()).checkCall(request, asked.stage());
        }
        if (refusal == RejectReason.NONE) {
            request.commit();
            called(asked.lot()).call(request.time(), floor.of(request, lots.get(asked.lot()), out));
        }
        return refusal;
    }

    public RejectReason hammer(Request request, HammerLot asked, EventSink out) {
        RejectReason refusal = checkRunning(asked.lot());
        if (refusal == RejectReason.NONE) {
            refusal = called(asked.lot()).checkHammer(request);
        }
        if (refusal == RejectReason.NONE) {
            Lot lot = lots.get(asked.lot());
            request.commit();
            lot.hammeredBy(request.sequence());
            course.end(request, lot, request.time(), out);
        }
        return refusal;
    }

    public RejectReason undo(Request request, UndoBid asked, EventSink out) {
        RejectReason refusal = checkRunning(asked.lot());
        if (refusal == RejectReason.NONE) {
            refusal = called(asked.lot()).checkUndo(asked.number());
        }
        if (refusal == RejectReason.NONE) {
            refusal = request.checkApprover();
        }
        if (refusal == RejectReason.NONE) {
            request.commit();
            Lot lot = lots.get(asked.lot());
            called(asked.lot()).undo(asked.number(), asked.reason(), floor.of(request, lot, out));
        }
        return refusal;
    }

    public RejectReason overrideIncrement(Request request, OverrideIncrement asked, EventSink out) {
        RejectReason refusal = checkRunning(asked.lot());
        if (refusal == RejectReason.NONE) {
            request.commit();
            called(asked.lot()).overrideIncrement(asked.step().fen());
            Money next = new Money(lots.get(asked.lot()).mechanism().nextMinimum());
            out.emit(new IncrementOverridden(asked.lot(), asked.step(), next, asked.reason()));
        }
        return refusal;
    }

    /** Before the next lot of a roadshow can open: its interval begins when the hammer is final. */
    public RejectReason reopen(Request request, ReopenLot asked, EventSink out) {
        if (!lots.has(asked.lot())) {
            return RejectReason.LOT_UNKNOWN;
        }
        Lot lot = lots.get(asked.lot());
        if (lot.state() != LotState.HAMMERED || lot.remaining() <= 0) {
            return RejectReason.REOPEN_TOO_LATE;
        }
        RejectReason refusal = request.checkApprover();
        if (refusal == RejectReason.NONE) {
            request.commit();
            called(asked.lot()).reopen();
            course.reopen(lot, request.time(), asked.reason(), out);
        }
        return refusal;
    }

    public RejectReason terminate(Request request, TerminateLot asked, EventSink out) {
        if (!lots.has(asked.lot())) {
            return RejectReason.LOT_UNKNOWN;
        }
        Lot lot = lots.get(asked.lot());
        if (lot.state().isEnd()) {
            return RejectReason.ALREADY_ENDED;
        }
        RejectReason refusal = request.checkApprover();
        if (refusal == RejectReason.NONE) {
            request.commit();
            out.emit(new LotTerminated(asked.lot(), asked.reason()));
            course.end(lot, LotState.TERMINATED, request.time(), out);
        }
        return refusal;
    }

    /** A running sale is void at once; an award while objections can be made. */
    public RejectReason annul(Request request, VoidLot asked, EventSink out) {
        if (!lots.has(asked.lot())) {
            return RejectReason.LOT_UNKNOWN;
        }
        Lot lot = lots.get(asked.lot());
        RejectReason refusal = checkVoid(request, lot);
        if (refusal == RejectReason.NONE) {
            refusal = request.checkApprover();
        }
        if (refusal == RejectReason.NONE) {
            request.commit();
            if (lot.state() == LotState.AWARDED) {
                course.annul(lot, asked.reason(), out);
            } else {
                out.emit(new LotVoided(asked.lot(), 0, 0, Money.ZERO, asked.reason()));
                course.end(lot, LotState.ANNULLED, request.time(), out);
            }
        }
        return refusal;
    }

    private static RejectReason checkVoid(Request request, Lot lot) {
        if (lot.state() == LotState.ANNOUNCED) {
            return RejectReason.NOTHING_TO_VOID;
        }
        if (lot.state() == LotState.AWARDED) {
            return request.time() < lot.objectionsUntil() ? RejectReason.NONE : RejectReason.OBJECTIONS_OVER;
        }
        return lot.state().isEnd() ? RejectReason.ALREADY_ENDED : RejectReason.NONE;
    }

    private RejectReason checkRunning(int number) {
        if (!lots.has(number)) {
            return RejectReason.LOT_UNKNOWN;
        }
        Lot lot = lots.get(number);
        if (lot.state() != LotState.OPEN) {
            return lot.state().isEnd() ? RejectReason.ALREADY_ENDED : RejectReason.LOT_NOT_OPEN;
        }
        return lot.mechanism() instanceof Called ? RejectReason.NONE : RejectReason.WRONG_PHASE;
    }

    private Called called(int number) {
        return (Called) lots.get(number).mechanism();
    }
}
