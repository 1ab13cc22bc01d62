package org.gavel.exchange.engine.auction.rounds;

import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.auction.Carried;
import org.gavel.exchange.engine.auction.Effect;
import org.gavel.exchange.engine.auction.Floor;
import org.gavel.exchange.engine.auction.Mechanism;
import org.gavel.exchange.engine.auction.rounds.StandingBids.Bid;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.event.StageKind;
import org.gavel.protocol.event.StageOpened;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Micros;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.ReverseRoundsTerms;

/**
 * Sealed initial bids, then rounds in which each bidder has a turn, worst first, and must better their own bid by a
 * step ({@code auction-mechanisms} 2.6). A bid may be replaced until its stage ends and is public from then on. The best
 * amount wins, of equal ones the earlier.
 */
public final class ReverseRounds implements Mechanism {
    private static final int PAUSE = -1;

    private final ReverseRoundsTerms terms;
    private final StandingBids bids;

    private int stage;
    private int round;
    private int turn;
    private int paddle;
    private long draft;
    private long draftSequence;
    private long price;
    private int leader;
    private long closesAt;

    public ReverseRounds(ReverseRoundsTerms terms) {
        this.terms = terms;
        this.bids = new StandingBids(terms.forward());
    }

    /** Whoever leads already has made their initial bid. */
    @Override
    public void open(long now, Carried carried) {
        stage = 1;
        round = 0;
        turn = PAUSE;
        paddle = 0;
        draft = 0;
        draftSequence = 0;
        bids.clear();
        price = carried.price();
        leader = carried.leader();
        if (leader != 0) {
            bids.put(new Bid(leader, price, 0));
        }
        closesAt = now + Micros.of(terms.initial());
    }

    @Override
    public void begun(Floor floor) {
        floor.emit(new StageOpened(floor.lot(), stage, StageKind.SEALED, 0, terms.start(), closesAt));
    }

    @Override
    public RejectReason check(Request request, int bidder, long amount) {
        if (round == 0) {
            return checkInitial(request, bidder, amount);
        }
        boolean isTheirs = turn != PAUSE && bids.get(turn).bidder() == bidder;
        return isTheirs
                ? checkLimit(request, amount, limit(bids.get(turn).amount()), RejectReason.BELOW_INCREMENT)
                : request.refuse(RejectReason.NOT_YOUR_TURN, paddle);
    }

    private RejectReason checkInitial(Request request, int bidder, long amount) {
        if (bids.size() == ReverseRoundsTerms.MAX_BIDDERS && !bids.has(bidder)) {
            return request.refuse(RejectReason.BIDDERS_FULL, ReverseRoundsTerms.MAX_BIDDERS);
        }
        return bidder == leader
                ? checkLimit(request, amount, limit(price), RejectReason.BELOW_INCREMENT)
                : checkLimit(request, amount, terms.start().fen(), RejectReason.BELOW_START);
    }

    private RejectReason checkLimit(Request request, long amount, long limit, RejectReason tooLow) {
        if (terms.forward()) {
            return amount < limit ? request.refuse(tooLow, Math.min(limit, Money.MAX_FEN)) : RejectReason.NONE;
        }
        return amount > limit ? request.refuse(RejectReason.TOO_HIGH, limit) : RejectReason.NONE;
    }

    /** What betters one's own bid just enough; 0 where a falling bid cannot be bettered. */
    private long limit(long own) {
        long step = terms.minStep().fen();
        return terms.forward() ? own + step : Math.max(0, own - step);
    }

    @Override
    public Effect accept(Request request, int bidder, long amount, Floor floor) {
        if (round == 0) {
            bids.put(new Bid(bidder, amount, request.sequence()));
        } else {
            draft = amount;
            draftSequence = request.sequence();
        }
        return Effect.STANDS;
    }

    /** Until the turn ends nobody knows of its bid, and the bidder may be content with their own after all. */
    @Override
    public boolean takesBack(int bidder) {
        return draft != 0 && bids.get(turn).bidder() == bidder;
    }

    @Override
    public void takeBack(int bidder) {
        draft = 0;
        draftSequence = 0;
    }

    @Override
    public boolean elapse(long at, Floor floor) {
        settle(at, floor);
        boolean goesOn = advance(floor);
        lead(floor);
        if (goesOn) {
            StageKind kind = turn == PAUSE ? StageKind.PAUSE : StageKind.TURN;
            floor.emit(new StageOpened(floor.lot(), stage, kind, paddle, new Money(nextMinimum()), closesAt));
        }
        return goesOn;
    }

    /** What was taken in the stage that ends stands and is public. */
    private void settle(long at, Floor floor) {
        if (round == 0) {
            bids.rank();
            for (int i = 0; i < bids.size(); i++) {
                reveal(bids.get(i), at, floor);
            }
        } else if (draft != 0) {
            Bid bid = new Bid(bids.get(turn).bidder(), draft, draftSequence);
            bids.put(bid);
            reveal(bid, at, floor);
        }
        draft = 0;
        draftSequence = 0;
    }

    private void reveal(Bid bid, long at, Floor floor) {
        int whose = floor.paddle(bid.bidder());
        floor.emit(new StageOpened(floor.lot(), stage, StageKind.REVEAL, whose, new Money(bid.amount()), at));
    }

    /** The next turn, the pause before the next round, or the end. */
    private boolean advance(Floor floor) {
        boolean roundIsOver = round == 0 || turn + 1 == bids.size();
        if (bids.size() == 0 || (roundIsOver && round == terms.pauses().size())) {
            return false;
        }
        if (roundIsOver) {
            bids.rank();
            turn = PAUSE;
            closesAt += Micros.of(terms.pauses().get(round));
            round++;
        } else {
            turn++;
            closesAt += Micros.of(terms.turn());
        }
        stage++;
        paddle = floor.paddle(mover().bidder());
        return true;
    }

    /** Whose turn it is, or will be after the pause. */
    private Bid mover() {
        return bids.get(Math.max(turn, 0));
    }

    private void lead(Floor floor) {
        if (bids.size() == 0) {
            return;
        }
        Bid best = bids.best();
        if (best.bidder() != leader || best.amount() != price) {
            price = best.amount();
            leader = best.bidder();
            floor.published(leader, price);
        }
    }

    @Override
    public void shift(long micros) {
        closesAt += micros;
    }

    @Override
    public long closesAt() {
        return closesAt;
    }

    @Override
    public long price() {
        return price;
    }

    @Override
    public int leader() {
        return leader;
    }

    @Override
    public long nextMinimum() {
        return round == 0 ? terms.start().fen() : Math.min(Money.MAX_FEN, limit(mover().amount()));
    }

    @Override
    public boolean meets(long reserve) {
        return terms.forward() ? price >= reserve : price <= reserve;
    }

    @Override
    public void writeTo(StateWriter out) {
        out.put(stage).put(round).put(turn).put(paddle).put(draft).put(draftSequence);
        out.put(price).put(leader).put(closesAt);
        bids.writeTo(out);
    }
}
