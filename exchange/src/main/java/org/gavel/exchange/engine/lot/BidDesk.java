package org.gavel.exchange.engine.lot;

import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.account.Accounts;
import org.gavel.exchange.engine.auction.Effect;
import org.gavel.exchange.engine.auction.Mechanism;
import org.gavel.exchange.engine.timer.Deadline;
import org.gavel.exchange.engine.timer.TimerQueue;
import org.gavel.protocol.command.AnswerInquiry;
import org.gavel.protocol.command.MatchPrice;
import org.gavel.protocol.command.OpenEnvelope;
import org.gavel.protocol.command.PhaseAct;
import org.gavel.protocol.event.PriorityExercised;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PriorityMode;

/** Takes bids. The hot path: nothing here allocates, and its cost does not grow with lots or bidders. */
public final class BidDesk {
    private final Accounts accounts;
    private final Lots lots;
    private final TimerQueue timers;
    private final LotCourse course;
    private final LotFloor floor;

    public BidDesk(Accounts accounts, Lots lots, TimerQueue timers, LotCourse course) {
        this.course = course;
        this.accounts = accounts;
        this.floor = new LotFloor(accounts);
        this.lots = lots;
        this.timers = timers;
    }

    /** Accepts the bid or says why not; amounts are fen. */
    public RejectReason placeBid(Request request, int number, int bidder, long amount, EventSink out) {
        RejectReason refusal = accounts.checkActor(request, bidder);
        if (refusal == RejectReason.NONE) {
            refusal = checkAmount(request, amount);
        }
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        if (!lots.has(number)) {
            return RejectReason.LOT_UNKNOWN;
        }
        Lot lot = lots.get(number);
        if (lot.state() == LotState.CLOSING) {
            return raise(request, lot, bidder, amount, out);
        }
        refusal = checkOpen(request, lot);
        if (refusal == RejectReason.NONE) {
            refusal = checkEntry(request, lot, bidder);
        }
        if (refusal == RejectReason.NONE) {
            refusal = lot.mechanism().check(request, bidder, amount);
        }
        if (refusal == RejectReason.NONE) {
            accept(request, lot, bidder, amount, out);
        }
        return refusal;
    }

    /** Takes what a bidder does in a phase beside bidding, or says why not. */
    public RejectReason act(Request request, PhaseAct act, EventSink out) {
        int bidder = request.participant(act.bidder());
        RejectReason refusal = accounts.checkActor(request, bidder);
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        if (!lots.has(act.lot())) {
            return RejectReason.LOT_UNKNOWN;
        }
        Lot lot = lots.get(act.lot());
        if (lot.state() == LotState.CLOSING) {
            return answer(request, lot, bidder, act, out);
        }
        refusal = checkOpen(request, lot);
        if (refusal == RejectReason.NONE) {
            refusal = act instanceof OpenEnvelope ? checkHeld(request, lot, bidder) : checkEntry(request, lot, bidder);
        }
        if (refusal == RejectReason.NONE) {
            refusal = checkAct(request, lot, bidder, act);
        }
        if (refusal == RejectReason.NONE) {
            request.commit();
            admit(lot, bidder);
            Effect effect = lot.mechanism().acceptAct(request, bidder, act, floor.of(request, lot, out));
            if (act instanceof MatchPrice) {
                exercise(lot, bidder, out);
            }
            follow(request, lot, effect, out);
        }
        return refusal;
    }

    /** A bid binds (Auction Law art. 36), unless the phase keeps it secret still and lets it be taken back. */
    public RejectReason takeBack(Request request, int number) {
        int bidder = (int) request.actor();
        boolean free = lots.has(number)
                && lots.get(number).state() == LotState.OPEN
                && lots.get(number).mechanism().takesBack(bidder);
        if (!free) {
            return RejectReason.BID_IRREVOCABLE;
        }
        request.commit();
        lots.get(number).mechanism().takeBack(bidder);
        return RejectReason.NONE;
    }

    private static RejectReason checkAct(Request request, Lot lot, int bidder, PhaseAct act) {
        boolean matches = act instanceof MatchPrice;
        if (matches && !lot.priorities().has(bidder)) {
            return RejectReason.NO_PRIORITY;
        }
        if (matches && lot.priorities().rule().mode() != PriorityMode.WITHIN_BIDDING) {
            return RejectReason.WRONG_PHASE;
        }
        Mechanism phase = lot.mechanism();
        RejectReason refusal = phase.checkAct(request, bidder, act);
        return matches && refusal == RejectReason.NONE
                ? lot.priorities().checkAgainst(request, bidder, phase.leader(), phase.nextMinimum())
                : refusal;
    }

    private static void exercise(Lot lot, int bidder, EventSink out) {
        lot.priorities().use(bidder);
        int paddle = lot.entrants().paddle(bidder);
        int rank = lot.priorities().rank(bidder);
        Money price = new Money(lot.mechanism().price());
        out.emit(new PriorityExercised(lot.number(), bidder, paddle, rank, price));
    }

    /** A bid while holders of a priority are asked: the high bidder may answer with one. */
    private RejectReason raise(Request request, Lot lot, int bidder, long amount, EventSink out) {
        RejectReason refusal = lot.inquiry().checkRaise(request, bidder, amount);
        if (refusal == RejectReason.NONE) {
            refusal = lot.roll().check(request, bidder);
        }
        if (refusal == RejectReason.NONE) {
            request.commit();
            follow(request, lot, lot.inquiry().raise(request, amount, out), out);
        }
        return refusal;
    }

    private RejectReason answer(Request request, Lot lot, int bidder, PhaseAct act, EventSink out) {
        RejectReason refusal = lot.inquiry().checkAct(request, bidder, act);
        if (refusal == RejectReason.NONE && act instanceof AnswerInquiry yes && yes.accepts()) {
            refusal = lot.roll().check(request, bidder);
        }
        if (refusal == RejectReason.NONE && act instanceof AnswerInquiry answer) {
            request.commit();
            follow(request, lot, lot.inquiry().answer(request, answer.accepts(), out), out);
        }
        return refusal;
    }

    private static RejectReason checkAmount(Request request, long amount) {
        if (amount <= 0) {
            return amount == 0 ? RejectReason.AMOUNT_ZERO : RejectReason.AMOUNT_NEGATIVE;
        }
        return amount > Money.MAX_FEN ? request.refuse(RejectReason.PRICE_LIMIT, Money.MAX_FEN) : RejectReason.NONE;
    }

    private static RejectReason checkOpen(Request request, Lot lot) {
        RejectReason closed = whyNoBids(lot.state());
        return closed == RejectReason.LOT_CLOSED ? request.refuse(closed, lot.hammeredBy()) : closed;
    }

    /** Whoever is excluded is told so before anything else about themselves. */
    private RejectReason checkEntry(Request request, Lot lot, int bidder) {
        RejectReason refusal = lot.roll().check(request, bidder);
        return refusal == RejectReason.NONE ? checkHeld(request, lot, bidder) : refusal;
    }

    /** All that an envelope still needs to be opened: it was sent while its bidder was admitted, and binds. */
    private RejectReason checkHeld(Request request, Lot lot, int bidder) {
        if (lot.entrants().hasForfeited(bidder)) {
            return RejectReason.DEPOSIT_FORFEITED;
        }
        if (lot.statute().isBarred(request, accounts, bidder)) {
            return RejectReason.DEFAULTER_BARRED;
        }
        if (lot.entrants().paddle(bidder) != Entrants.NONE) {
            return RejectReason.NONE;
        }
        if (lot.arePaddlesFixed()) {
            return RejectReason.PADDLES_FIXED;
        }
        long deposit = lot.terms().deposit().fen();
        return deposit > 0
                ? request.refuse(RejectReason.DEPOSIT_NOT_HELD, deposit)
                : lot.entrants().checkPerson(request, accounts, bidder);
    }

    private static RejectReason whyNoBids(LotState state) {
        return switch (state) {
            case OPEN -> RejectReason.NONE;
            case ANNOUNCED -> RejectReason.LOT_NOT_OPEN;
            case PAUSED -> RejectReason.LOT_PAUSED;
            case SUSPENDED -> RejectReason.LOT_SUSPENDED;
            case CLOSING, HAMMERED, AWARDED, PASSED, TERMINATED, ANNULLED -> RejectReason.LOT_CLOSED;
            case WITHDRAWN -> RejectReason.LOT_WITHDRAWN;
        };
    }

    private void accept(Request request, Lot lot, int bidder, long amount, EventSink out) {
        request.commit();
        admit(lot, bidder);
        Effect effect = lot.mechanism().accept(request, bidder, amount, floor.of(request, lot, out));
        follow(request, lot, effect, out);
    }

    private static void admit(Lot lot, int bidder) {
        if (lot.entrants().paddle(bidder) == Entrants.NONE) {
            lot.entrants().admit(bidder);
        }
    }

    /** What the act did to its phase. */
    private void follow(Request request, Lot lot, Effect effect, EventSink out) {
        switch (effect) {
            case STANDS -> {}
            case EXTENDED -> {
                lot.countExtension();
                timers.schedule(
                        lot.deadline(), Deadline.Kind.CLOSE, lot.mechanism().closesAt());
                out.lotExtended(lot.number(), lot.mechanism().closesAt(), lot.extensions());
                lots.groups().follow(lot, timers, out);
            }
            case STAGE -> timers.schedule(lot.deadline(), Deadline.Kind.CLOSE, lot.closesAt());
            case ENDED -> course.end(request, lot, request.time(), out);
        }
    }
}
