package org.gavel.exchange.engine.auction.ascending;

import java.time.Duration;
import java.util.List;
import org.gavel.exchange.engine.auction.Carried;
import org.gavel.exchange.engine.auction.Closing;
import org.gavel.exchange.engine.auction.Effect;
import org.gavel.exchange.engine.auction.Mechanism;
import org.gavel.exchange.engine.auction.Roll;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.SoftClose;
import org.gavel.protocol.value.Step;

/**
 * Open bidding whose price rises from a start by the steps of a ladder until a soft close: who leads at what price,
 * and who has bid where an inquiry will ask. What makes whom lead is the mechanism's own.
 */
abstract sealed class RisingPhase implements Mechanism permits EnglishAuction, ProxyAuction {
    private final long start;
    private final Ladder ladder;
    private final Closing closing;
    private final Roll quoted = new Roll();

    private boolean keepsQuotes;
    private long price;
    private int leader;

    RisingPhase(Money start, List<Step> increments, Duration duration, SoftClose softClose) {
        this.start = start.fen();
        this.ladder = new Ladder(increments);
        this.closing = new Closing(duration, softClose);
    }

    @Override
    public final void keepQuotes() {
        keepsQuotes = true;
    }

    @Override
    public void open(long now, Carried carried) {
        lead(carried.leader(), carried.price());
        quoted.become(carried.quoted());
        closing.open(now);
    }

    /** This bidder leads at this price from now on. */
    final void lead(int bidder, long amount) {
        leader = bidder;
        price = amount;
    }

    /** A bid moved price or leader now: whether that moved the close. */
    final Effect moved(long now) {
        return closing.bid(now);
    }

    /** This bidder has bid, which an inquiry will want to know. */
    final void hasBid(int bidder) {
        if (keepsQuotes) {
            quoted.add(bidder);
        }
    }

    @Override
    public final void shift(long micros) {
        closing.shift(micros);
    }

    @Override
    public final long closesAt() {
        return closing.closesAt();
    }

    @Override
    public final long price() {
        return price;
    }

    @Override
    public final int leader() {
        return leader;
    }

    @Override
    public final long nextMinimum() {
        return Math.min(Money.MAX_FEN, leader == 0 ? start : price + ladder.step(price));
    }

    @Override
    public final long step(long price) {
        return ladder.step(price);
    }

    @Override
    public final boolean extendTo(long close) {
        return closing.extendTo(close);
    }

    @Override
    public final Carried carry() {
        return new Carried(price, leader, 0, 0, quoted.list(), List.of());
    }

    @Override
    public final void writeTo(StateWriter out) {
        out.put(price).put(leader);
        writeOwn(out);
        closing.writeTo(out);
        if (keepsQuotes) {
            quoted.writeTo(out);
        }
    }

    /** Writes what the mechanism knows beside price, leader, close and who has bid. */
    void writeOwn(StateWriter out) {}
}
