package org.gavel.exchange.host;

import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.auction.Mechanism;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.reject.RejectReason;

/** A mechanism that differs from the real one by a hair: what a replay must notice. */
record ChangedMechanism(Mechanism real, long micros, long fen) implements Mechanism {
    @Override
    public void open(long now, long price, int leader) {
        real.open(now + micros, price, leader);
    }

    @Override
    public RejectReason check(Request request, int bidder, long amount) {
        return real.check(request, bidder, amount);
    }

    @Override
    public boolean accept(long now, int bidder, long amount) {
        return real.accept(now, bidder, amount);
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
    public int extensions() {
        return real.extensions();
    }

    @Override
    public void writeTo(StateWriter out) {
        real.writeTo(out);
    }
}
