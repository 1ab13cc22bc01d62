package org.gavel.exchange.engine.lot;

import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.account.Accounts;
import org.gavel.exchange.engine.auction.Effect;
import org.gavel.exchange.engine.timer.Deadline;
import org.gavel.exchange.engine.timer.TimerQueue;
import org.gavel.protocol.command.PhaseAct;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Role;

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
        RejectReason refusal = checkBidder(request, bidder);
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
        refusal = checkLot(request, lot, bidder);
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
        RejectReason refusal = checkBidder(request, bidder);
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        if (!lots.has(act.lot())) {
            return RejectReason.LOT_UNKNOWN;
        }
        Lot lot = lots.get(act.lot());
        refusal = checkLot(request, lot, bidder);
        if (refusal == RejectReason.NONE) {
            refusal = lot.mechanism().checkAct(request, bidder, act);
        }
        if (refusal == RejectReason.NONE) {
            request.commit();
            admit(lot, bidder);
            follow(request, lot, lot.mechanism().acceptAct(request, bidder, act, floor.of(request, lot, out)), out);
        }
        return refusal;
    }

    private RejectReason checkBidder(Request request, int bidder) {
        if (request.role() == Role.BIDDER && request.actor() != bidder) {
            return RejectReason.NOT_YOUR_ACCOUNT;
        }
        return accounts.has(bidder) ? RejectReason.NONE : RejectReason.PARTICIPANT_UNKNOWN;
    }

    private static RejectReason checkAmount(Request request, long amount) {
        if (amount <= 0) {
            return amount == 0 ? RejectReason.AMOUNT_ZERO : RejectReason.AMOUNT_NEGATIVE;
        }
        return amount > Money.MAX_FEN ? request.refuse(RejectReason.PRICE_LIMIT, Money.MAX_FEN) : RejectReason.NONE;
    }

    private static RejectReason checkLot(Request request, Lot lot, int bidder) {
        RejectReason closed = whyNoBids(lot.state());
        if (closed != RejectReason.NONE) {
            return closed == RejectReason.LOT_CLOSED ? request.refuse(closed, lot.hammeredBy()) : closed;
        }
        if (lot.terms().seller() == bidder) {
            return RejectReason.CONSIGNOR_BID;
        }
        if (lot.entrants().hasForfeited(bidder)) {
            return RejectReason.DEPOSIT_FORFEITED;
        }
        long deposit = lot.terms().deposit().fen();
        return deposit > 0 && lot.entrants().paddle(bidder) == Entrants.NONE
                ? request.refuse(RejectReason.DEPOSIT_NOT_HELD, deposit)
                : RejectReason.NONE;
    }

    private static RejectReason whyNoBids(LotState state) {
        return switch (state) {
            case OPEN -> RejectReason.NONE;
            case ANNOUNCED -> RejectReason.LOT_NOT_OPEN;
            case PAUSED -> RejectReason.LOT_PAUSED;
            case SUSPENDED -> RejectReason.LOT_SUSPENDED;
            case HAMMERED, AWARDED, PASSED, TERMINATED -> RejectReason.LOT_CLOSED;
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
            }
            case STAGE ->
                timers.schedule(
                        lot.deadline(), Deadline.Kind.CLOSE, lot.mechanism().closesAt());
            case ENDED -> course.end(request, lot, request.time(), out);
        }
    }
}
