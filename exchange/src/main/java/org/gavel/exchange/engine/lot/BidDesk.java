package org.gavel.exchange.engine.lot;

import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.account.Accounts;
import org.gavel.exchange.engine.auction.Mechanism;
import org.gavel.exchange.engine.timer.Deadline;
import org.gavel.exchange.engine.timer.TimerQueue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Role;

/** Takes bids. The hot path: nothing here allocates, and its cost does not grow with lots or bidders. */
public final class BidDesk {
    private final Accounts accounts;
    private final Lots lots;
    private final TimerQueue timers;

    public BidDesk(Accounts accounts, Lots lots, TimerQueue timers) {
        this.accounts = accounts;
        this.lots = lots;
        this.timers = timers;
    }

    /** Accepts the bid or says why not; amounts are fen. */
    public RejectReason placeBid(Request request, int number, int bidder, long amount, EventSink out) {
        RejectReason refusal = checkBidder(request, bidder, amount);
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

    private RejectReason checkBidder(Request request, int bidder, long amount) {
        if (request.role() == Role.BIDDER && request.actor() != bidder) {
            return RejectReason.NOT_YOUR_ACCOUNT;
        }
        if (!accounts.has(bidder)) {
            return RejectReason.PARTICIPANT_UNKNOWN;
        }
        if (amount <= 0) {
            return amount == 0 ? RejectReason.AMOUNT_ZERO : RejectReason.AMOUNT_NEGATIVE;
        }
        return amount > Money.MAX_FEN ? request.refuse(RejectReason.PRICE_LIMIT, Money.MAX_FEN) : RejectReason.NONE;
    }

    private static RejectReason checkLot(Request request, Lot lot, int bidder) {
        RejectReason closed = whyNoBids(lot.state());
        if (closed != RejectReason.NONE) {
            return closed;
        }
        if (lot.terms().seller() == bidder) {
            return RejectReason.CONSIGNOR_BID;
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
            case AWARDED, PASSED -> RejectReason.LOT_CLOSED;
            case WITHDRAWN -> RejectReason.LOT_WITHDRAWN;
        };
    }

    private void accept(Request request, Lot lot, int bidder, long amount, EventSink out) {
        request.commit();
        int paddle = lot.entrants().paddle(bidder);
        if (paddle == Entrants.NONE) {
            paddle = lot.entrants().admit(bidder);
        }
        Mechanism mechanism = lot.mechanism();
        boolean extended = mechanism.accept(request.time(), bidder, amount);
        lot.countBid();
        long closesAt = mechanism.closesAt();
        out.bidAccepted(request, lot.number(), bidder, paddle, amount, mechanism.nextMinimum(), lot.bids(), closesAt);
        if (extended) {
            lot.countExtension();
            timers.schedule(lot.deadline(), Deadline.Kind.CLOSE, closesAt);
            out.lotExtended(lot.number(), closesAt, lot.extensions());
        }
    }
}
