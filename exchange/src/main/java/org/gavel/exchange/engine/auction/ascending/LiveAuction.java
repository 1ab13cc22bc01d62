package org.gavel.exchange.engine.auction.ascending;

import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.auction.Called;
import org.gavel.exchange.engine.auction.Carried;
import org.gavel.exchange.engine.auction.Effect;
import org.gavel.exchange.engine.auction.Floor;
import org.gavel.exchange.engine.auction.Mechanism;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.command.PhaseAct;
import org.gavel.protocol.event.BidUndone;
import org.gavel.protocol.event.CallReset;
import org.gavel.protocol.event.LotCalled;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.LiveTerms;
import org.gavel.protocol.value.Micros;
import org.gavel.protocol.value.Money;

/**
 * Bidding the clerk conducts: the price is called three times, and any bid in between begins the calls anew
 * ({@code auction-mechanisms} 2.14). Whether a bid came before the hammer is decided by the one order alone.
 */
public final class LiveAuction implements Mechanism, Called {
    private static final int LAST_CALL = 3;

    private final LiveTerms terms;
    private final Ladder ladder;
    private final RaiseRule raises;
    private final long callGap;
    private final long onlineGrace;
    private final BidHistory bids = new BidHistory();

    private Carried before = Carried.NOTHING;
    private long closesAt;
    private int calls;
    private long calledAt;
    private boolean reset;
    private long override;

    public LiveAuction(LiveTerms terms) {
        this.terms = terms;
        this.ladder = new Ladder(terms.increments());
        this.raises = new RaiseRule(terms.start(), terms.anyRaise(), terms.maxMultiple(), terms.leaderMayRaise());
        this.callGap = Micros.of(terms.callGap());
        this.onlineGrace = Micros.of(terms.onlineGrace());
    }

    @Override
    public void open(long now, Carried carried) {
        before = carried;
        bids.clear();
        closesAt = now + Micros.of(terms.maxDuration());
    }

    @Override
    public RejectReason check(Request request, int bidder, long amount) {
        return raises.check(request, this, bidder, amount);
    }

    @Override
    public Effect accept(Request request, int bidder, long amount, Floor floor) {
        bids.add(floor.bids() + 1, bidder, amount);
        floor.leads(bidder, amount);
        resetCalls(floor);
        return Effect.STANDS;
    }

    @Override
    public RejectReason checkAct(Request request, int bidder, PhaseAct act) {
        return PriceMatch.check(this, bidder, act);
    }

    @Override
    public Effect acceptAct(Request request, int bidder, PhaseAct act, Floor floor) {
        return accept(request, bidder, price(), floor);
    }

    private void resetCalls(Floor floor) {
        if (calls > 0) {
            floor.emit(new CallReset(floor.lot(), calls));
            calls = 0;
            reset = true;
        }
    }

    @Override
    public RejectReason checkCall(Request request, int stage) {
        if (stage != calls + 1) {
            return request.refuse(RejectReason.CALL_OUT_OF_ORDER, Math.min(LAST_CALL, calls + 1));
        }
        return calls == 0 ? RejectReason.NONE : checkWait(request, callGap);
    }

    @Override
    public void call(long now, Floor floor) {
        calls++;
        calledAt = now;
        reset = false;
        int paddle = leader() == 0 ? 0 : floor.paddle(leader());
        Money called = leader() == 0 ? terms.start() : new Money(price());
        floor.emit(new LotCalled(floor.lot(), calls, called, paddle, now));
    }

    @Override
    public RejectReason checkHammer(Request request) {
        if (calls < LAST_CALL) {
            RejectReason reason = reset ? RejectReason.CALL_RESET : RejectReason.CALL_OUT_OF_ORDER;
            return request.refuse(reason, calls + 1);
        }
        return checkWait(request, callGap + onlineGrace);
    }

    private RejectReason checkWait(Request request, long wait) {
        long left = calledAt + wait - request.time();
        return left > 0 ? request.refuse(RejectReason.CALL_TOO_SOON, left) : RejectReason.NONE;
    }

    @Override
    public RejectReason checkUndo(int number) {
        return bids.has(number) ? RejectReason.NONE : RejectReason.BID_UNKNOWN;
    }

    @Override
    public void undo(int number, String reason, Floor floor) {
        bids.remove(number);
        floor.undone();
        int paddle = leader() == 0 ? 0 : floor.paddle(leader());
        Money next = new Money(nextMinimum());
        floor.emit(new BidUndone(floor.lot(), number, paddle, new Money(price()), next, reason));
        resetCalls(floor);
    }

    @Override
    public void overrideIncrement(long step) {
        override = step;
    }

    @Override
    public void reopen() {
        calls = 0;
        reset = true;
    }

    @Override
    public long reopenWithin() {
        return Micros.of(terms.reopenWithin());
    }

    @Override
    public void shift(long micros) {
        closesAt += micros;
        calledAt += micros;
    }

    @Override
    public long closesAt() {
        return closesAt;
    }

    @Override
    public long price() {
        return bids.isEmpty() ? before.price() : bids.lastAmount();
    }

    @Override
    public int leader() {
        return bids.isEmpty() ? before.leader() : bids.lastBidder();
    }

    @Override
    public long nextMinimum() {
        return Math.min(Money.MAX_FEN, leader() == 0 ? terms.start().fen() : price() + step(price()));
    }

    @Override
    public long step(long price) {
        return override > 0 ? override : ladder.step(price);
    }

    @Override
    public void writeTo(StateWriter out) {
        out.put(before.price()).put(before.leader()).put(closesAt);
        out.put(calls).put(calledAt).put(reset).put(override);
        bids.writeTo(out);
    }
}
