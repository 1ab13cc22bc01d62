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
import org.gavel.protocol.value.DutchTerms;
import org.gavel.protocol.value.Micros;

/**
 * A price that falls by stages until somebody takes it ({@code auction-mechanisms} 2.7). Ties cannot be: the first bid
 * in the one order of commands stops the clock. Without a bid the lot is decided, whatever was to follow.
 */
public final class DutchClock implements Mechanism {
    private final DutchTerms terms;
    private final long stageMicros;

    private int stage;
    private int leader;
    private long closesAt;

    public DutchClock(DutchTerms terms) {
        this.terms = terms;
        this.stageMicros = Micros.of(terms.stage());
    }

    @Override
    public void open(long now, Carried carried) {
        stage = 1;
        leader = 0;
        closesAt = now + stageMicros;
    }

    @Override
    public void begun(Floor floor) {
        floor.emit(new StageOpened(floor.lot(), stage, StageKind.LEVEL, 0, terms.price(stage), closesAt));
    }

    @Override
    public RejectReason check(Request request, int bidder, long amount) {
        long shown = shown();
        if (amount == shown) {
            return RejectReason.NONE;
        }
        long start = terms.start().fen();
        boolean wasShown = amount > shown && amount <= start && (start - amount) % terms.fall() == 0;
        return request.refuse(wasShown ? RejectReason.STAGE_PASSED : RejectReason.OFF_LEVEL, shown);
    }

    @Override
    public Effect accept(Request request, int bidder, long amount, Floor floor) {
        leader = bidder;
        closesAt = request.time();
        floor.leads(bidder, amount);
        return Effect.ENDED;
    }

    @Override
    public boolean elapse(long at, Floor floor) {
        if (stage == terms.stages()) {
            return false;
        }
        stage++;
        closesAt += stageMicros;
        begun(floor);
        return true;
    }

    @Override
    public void shift(long micros) {
        closesAt += micros;
    }

    @Override
    public long closesAt() {
        return closesAt;
    }

    private long shown() {
        return terms.price(stage).fen();
    }

    @Override
    public long price() {
        return leader == 0 ? 0 : shown();
    }

    @Override
    public int leader() {
        return leader;
    }

    @Override
    public long nextMinimum() {
        return shown();
    }

    @Override
    public Carried carry() {
        return new Carried(price(), leader, leader, price());
    }

    @Override
    public boolean decides() {
        return leader == 0;
    }

    @Override
    public void writeTo(StateWriter out) {
        out.put(stage).put(leader).put(closesAt);
    }
}
