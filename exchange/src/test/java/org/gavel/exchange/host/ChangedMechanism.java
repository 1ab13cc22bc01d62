package org.gavel.exchange.host;

import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.auction.Carried;
import org.gavel.exchange.engine.auction.Effect;
import org.gavel.exchange.engine.auction.Floor;
import org.gavel.exchange.engine.auction.Mechanism;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.reject.RejectReason;

/** A mechanism that differs from the real one by a hair: what a replay must notice. */
record ChangedMechanism(Mechanism real, long micros, long fen) implements Mechanism {
    @Override
    public void open(long now, Carried carried) {
        real.open(now + micros, carried);
    }

    @Override
    public RejectReason check(Request request, int bidder, long amount) {
        return real.check(request, bidder, amount);
    }

    @Override
    public Effect accept(Request request, int bidder, long amount, Floor floor) {
        return real.accept(request, bidder, amount, floor);
    }

    @Override
    public void shift(long by) {
        real.shift(by);
    }

    @Override
    public long closesAt() {
        return real.closesAt();
    }

    @Override
    public long price() {
        return real.price();
    }

    @Override
    public int leader() {
        return real.leader();
    }

    @Override
    public long nextMinimum() {
        return real.nextMinimum() + fen;
    }

    @Override
    public void writeTo(StateWriter out) {
        real.writeTo(out);
    }
}
