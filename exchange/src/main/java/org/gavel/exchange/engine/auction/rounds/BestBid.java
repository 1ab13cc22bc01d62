package org.gavel.exchange.engine.auction.rounds;

import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.auction.Carried;
import org.gavel.exchange.engine.auction.Effect;
import org.gavel.exchange.engine.auction.Floor;
import org.gavel.exchange.engine.auction.Mechanism;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.event.StageKind;
import org.gavel.protocol.event.StageOpened;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.BestBidTerms;
import org.gavel.protocol.value.Micros;
import org.gavel.protocol.value.Money;

/**
 * Whoever stopped the falling clock may better the best bid carried here ({@code auction-mechanisms} 2.7, D3). They
 * win ties, for they took the risk of the price. Where nobody bid against them it is over the moment it begins.
 */
public final class BestBid implements Mechanism {
    private final BestBidTerms terms;

    private long price;
    private int leader;
    private int clockWinner;
    private long clockPrice;
    private int paddle;
    private long closesAt;

    public BestBid(BestBidTerms terms) {
        this.terms = terms;
    }

    @Override
    public void open(long now, Carried carried) {
        clockWinner = carried.clockWinner();
        clockPrice = carried.clockPrice();
        boolean rivalled = carried.leader() != 0 && carried.leader() != clockWinner;
        leader = rivalled ? carried.leader() : clockWinner;
        price = rivalled ? carried.price() : Math.max(carried.price(), clockPrice);
        boolean open = rivalled && clockWinner != 0;
        closesAt = open ? now + Micros.of(terms.duration()) : now;
    }

    @Override
    public void begun(Floor floor) {
        paddle = clockWinner == 0 ? 0 : floor.paddle(clockWinner);
        Money least = new Money(nextMinimum());
        floor.emit(new StageOpened(floor.lot(), 1, StageKind.TURN, paddle, least, closesAt));
    }

    @Override
    public RejectReason check(Request request, int bidder, long amount) {
        if (bidder != clockWinner) {
            return request.refuse(RejectReason.NOT_YOUR_PHASE, paddle);
        }
        return amount < least() ? request.refuse(RejectReason.NOT_HIGHER, nextMinimum()) : RejectReason.NONE;
    }

    /** Anything less could not win. */
    private long least() {
        return leader == clockWinner ? price + 1 : Math.max(price, clockPrice + 1);
    }

    @Override
    public Effect accept(Request request, int bidder, long amount, Floor floor) {
        price = amount;
        leader = bidder;
        floor.leads(bidder, amount);
        return Effect.STANDS;
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
        return Math.min(Money.MAX_FEN, least());
    }

    @Override
    public Carried carry() {
        return new Carried(price, leader, clockWinner, clockPrice);
    }

    @Override
    public void writeTo(StateWriter out) {
        out.put(price).put(leader).put(clockWinner).put(clockPrice).put(paddle).put(closesAt);
    }
}
