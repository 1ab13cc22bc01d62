package org.gavel.exchange.engine.lot;

import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.account.Accounts;
import org.gavel.exchange.engine.timer.Deadline;
import org.gavel.exchange.engine.timer.TimerQueue;
import org.gavel.protocol.command.HoldDeposit;
import org.gavel.protocol.command.PostponeLot;
import org.gavel.protocol.event.DepositHeld;
import org.gavel.protocol.event.LotPostponed;
import org.gavel.protocol.event.LotWithdrawn;
import org.gavel.protocol.event.PauseCause;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Day;
import org.gavel.protocol.value.Money;

/** What the venue's people do with announced lots: admit, open, pause, resume, withdraw. */
public final class LotDesk {
    private final Accounts accounts;
    private final Lots lots;
    private final TimerQueue timers;
    private final LotCourse course;

    public LotDesk(Accounts accounts, Lots lots, TimerQueue timers, LotCourse course) {
        this.accounts = accounts;
        this.lots = lots;
        this.timers = timers;
        this.course = course;
    }

    /** 网络司法拍卖规定 arts 17, 18: a deposit may be made until bidding ends. */
    public RejectReason holdDeposit(Request request, HoldDeposit asked, EventSink out) {
        int participant = request.participant(asked.participant());
        RejectReason refusal = accounts.checkActor(request, participant);
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        if (!lots.has(asked.lot())) {
            return RejectReason.LOT_UNKNOWN;
        }
        refusal = checkAdmission(request, lots.get(asked.lot()), participant);
        if (refusal == RejectReason.NONE) {
            admit(request, lots.get(asked.lot()), participant, out);
        }
        return refusal;
    }

    private RejectReason checkAdmission(Request request, Lot lot, int participant) {
        if (lot.state() == LotState.WITHDRAWN) {
            return RejectReason.LOT_WITHDRAWN;
        }
        if (lot.state().isEnd() || lot.state() == LotState.HAMMERED) {
            return RejectReason.LOT_CLOSED;
        }
        RejectReason refusal = lot.roll().check(request, participant);
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        if (lot.entrants().hasForfeited(participant)) {
            return RejectReason.DEPOSIT_FORFEITED;
        }
        refusal = checkDefaulter(request, lot, participant);
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        if (lot.entrants().paddle(participant) != Entrants.NONE) {
            return RejectReason.DEPOSIT_HELD_ALREADY;
        }
        refusal = lot.entrants().checkPerson(request, accounts, participant);
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        if (lot.arePaddlesFixed()) {
            return RejectReason.PADDLES_FIXED;
        }
        if (lot.terms().admission().paddlesFixed() && lot.entrants().size() == Entrants.MAX_FIXED) {
            return request.refuse(RejectReason.PADDLES_FULL, Entrants.MAX_FIXED);
        }
        long missing = lot.terms().deposit().fen() - accounts.get(participant).free();
        return missing > 0 ? request.refuse(RejectReason.DEPOSIT_INSUFFICIENT, missing) : RejectReason.NONE;
    }

    /** Whether the participant forfeited on an earlier lot that this one offers again (网拍规定 art. 24). */
    public RejectReason checkDefaulter(Request request, Lot lot, int participant) {
        return lot.statute().isBarred(request, accounts, participant)
                ? RejectReason.DEFAULTER_BARRED
                : RejectReason.NONE;
    }

    private void admit(Request request, Lot lot, int participant, EventSink out) {
        request.commit();
        Money deposit = lot.terms().deposit();
        accounts.hold(accounts.get(participant), deposit.fen());
        int paddle = lot.entrants().admit(participant);
        out.emit(new DepositHeld(lot.number(), participant, paddle, deposit));
    }

    /** Opens an announced lot whose turn no roadshow decides. */
    public RejectReason open(Request request, int number, String reason, boolean isInRoadshow, EventSink out) {
        if (!lots.has(number)) {
            return RejectReason.LOT_UNKNOWN;
        }
        Lot lot = lots.get(number);
        if (lot.state() != LotState.ANNOUNCED) {
            return lot.state().isEnd() ? RejectReason.ALREADY_ENDED : RejectReason.NOT_AWAITING;
        }
        if (isInRoadshow) {
            return request.refuse(RejectReason.LOT_IN_ROADSHOW, number);
        }
        if (request.time() < lot.opensFrom()) {
            return tooEarly(request, lot);
        }
        if (isGrouped(lot) && lot.deadline().isPending()) {
            return request.refuse(
                    RejectReason.GROUP_TOGETHER, lot.terms().offering().group());
        }
        if (keepsOpening(request, lot) && request.time() < lot.announcedOpening()) {
            return RejectReason.OPENING_ANNOUNCED;
        }
        course.open(request, lot, request.time(), reason, out);
        return RejectReason.NONE;
    }

    /** An announced lot whose turn no roadshow decides opens at another time, or when the clerk opens it. */
    public RejectReason postpone(Request request, PostponeLot asked, boolean isInRoadshow, EventSink out) {
        if (!lots.has(asked.lot())) {
            return RejectReason.LOT_UNKNOWN;
        }
        Lot lot = lots.get(asked.lot());
        if (lot.state() != LotState.ANNOUNCED) {
            return lot.state().isEnd() ? RejectReason.ALREADY_ENDED : RejectReason.NOT_AWAITING;
        }
        if (isInRoadshow) {
            return request.refuse(RejectReason.LOT_IN_ROADSHOW, asked.lot());
        }
        if (isGrouped(lot)) {
            return request.refuse(
                    RejectReason.GROUP_TOGETHER, lot.terms().offering().group());
        }
        if (asked.until() != 0 && asked.until() <= request.time()) {
            return RejectReason.SCHEDULED_IN_PAST;
        }
        if (asked.until() != 0 && asked.until() < lot.opensFrom()) {
            return tooEarly(request, lot);
        }
        boolean keepsOpening = keepsOpening(request, lot);
        if (keepsOpening && asked.until() != 0 && asked.until() < lot.announcedOpening()) {
            return RejectReason.OPENING_ANNOUNCED;
        }
        request.commit();
        if (keepsOpening && asked.until() == 0) {
            lot.opensByClerk();
        }
        timers.cancel(lot.deadline());
        if (asked.until() > 0) {
            timers.schedule(lot.deadline(), Deadline.Kind.OPEN, asked.until());
        }
        out.emit(new LotPostponed(asked.lot(), asked.until(), asked.reason()));
        return RejectReason.NONE;
    }

    /** The competition a listing ends with is announced for an hour at which all its parties come. */
    private static boolean keepsOpening(Request request, Lot lot) {
        return lot.isListed() && request.follows(Behaviour.OPENINGS_KEPT);
    }

    private static boolean isGrouped(Lot lot) {
        return lot.terms().offering().group() != 0;
    }

    public RejectReason pause(Request request, int number, String reason, EventSink out) {
        if (!lots.has(number)) {
            return RejectReason.LOT_UNKNOWN;
        }
        Lot lot = lots.get(number);
        if (!lot.state().isRunning()) {
            return lot.state().isEnd() ? RejectReason.ALREADY_ENDED : RejectReason.LOT_NOT_OPEN;
        }
        request.commit();
        course.pause(lot, request.time(), PauseCause.CLERK, reason, out);
        return RejectReason.NONE;
    }

    /** A lot suspended before it opened opens now; one interrupted in bidding goes on. */
    public RejectReason resume(Request request, int number, String reason, EventSink out) {
        if (!lots.has(number)) {
            return RejectReason.LOT_UNKNOWN;
        }
        Lot lot = lots.get(number);
        if (lot.state() != LotState.PAUSED && lot.state() != LotState.SUSPENDED) {
            return lot.state().isEnd() ? RejectReason.ALREADY_ENDED : RejectReason.NOT_PAUSED;
        }
        if (!lot.hasOpened() && request.time() < lot.opensFrom()) {
            return tooEarly(request, lot);
        }
        boolean withoutThem = lot.state() == LotState.PAUSED && lot.pauseCause() == PauseCause.CONNECTIVITY;
        course.resume(request, lot, request.time(), reason, out);
        if (withoutThem) {
            lot.resumedWithoutThem(true);
        }
        return RejectReason.NONE;
    }

    private static RejectReason tooEarly(Request request, Lot lot) {
        return request.refuse(
                RejectReason.NOTICE_TOO_SHORT, Day.at(lot.opensFrom()).digits());
    }

    /**
     * Auction Law art. 29: before the bidding alone, and out of a competition that a listing left never, for that has
     * parties; afterwards two persons terminate it.
     */
    public RejectReason withdraw(Request request, int number, String reason, EventSink out) {
        if (!lots.has(number)) {
            return RejectReason.LOT_UNKNOWN;
        }
        Lot lot = lots.get(number);
        if (lot.state().isEnd() || lot.state() == LotState.HAMMERED) {
            return RejectReason.ALREADY_ENDED;
        }
        if (request.follows(Behaviour.WITHDRAWN_BEFORE_BIDDING) && (lot.hasOpened() || lot.isListed())) {
            return RejectReason.WITHDRAWAL_TOO_LATE;
        }
        request.commit();
        out.emit(new LotWithdrawn(number, reason));
        course.end(lot, LotState.WITHDRAWN, request.time(), out);
        return RejectReason.NONE;
    }
}
