package org.gavel.exchange.engine.auction.ascending;

import java.util.List;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.auction.Carried;
import org.gavel.exchange.engine.auction.Closing;
import org.gavel.exchange.engine.auction.Effect;
import org.gavel.exchange.engine.auction.Floor;
import org.gavel.exchange.engine.auction.Mechanism;
import org.gavel.exchange.engine.auction.Roll;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.command.PhaseAct;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.EnglishTerms;
import org.gavel.protocol.value.Money;

/**
 * Open ascending bidding with a soft close ({@code auction-mechanisms} 2.2). A bid must be higher than the price; only
 * the holder of a priority matches it. The interval is half-open: the lot closes it before a bid at the closing instant comes.
 */
public final class EnglishAuction implements Mechanism {
    private final EnglishTerms terms;
    private final Ladder ladder;
    private final RaiseRule raises;
    private final Closing closing;
    private final Roll quoted = new Roll();

    private boolean keepsQuotes;
    private long price;
    private int leader;

    public EnglishAuction(EnglishTerms terms) {
        this.terms = terms;
        this.ladder = new Ladder(terms.increments());
        this.raises = new RaiseRule(terms.start(), terms.anyRaise(), terms.maxMultiple(), terms.leaderMayRaise());
        this.closing = new Closing(terms.duration(), terms.softClose());
    }

    @Override
    public void keepQuotes() {
        keepsQuotes = true;
    }

    @Override
    public void open(long now, Carried carried) {
        price = carried.price();
        leader = carried.leader();
        quoted.become(carried.quoted());
        closing.open(now);
    }

    @Override
    public RejectReason check(Request request, int bidder, long amount) {
        return raises.check(request, this, bidder, amount);
    }

    @Override
    public Effect accept(Request request, int bidder, long amount, Floor floor) {
        price = amount;
        leader = bidder;
        if (keepsQuotes) {
            quoted.add(bidder);
        }
        Effect effect = closing.bid(request.time());
        floor.leads(bidder, amount);
        return effect;
    }

    @Override
    public RejectReason checkAct(Request request, int bidder, PhaseAct act) {
        return PriceMatch.check(this, bidder, act);
    }

    @Override
    public Effect acceptAct(Request request, int bidder, PhaseAct act, Floor floor) {
        return accept(request, bidder, price, floor);
    }

    @Override
    public void shift(long micros) {
        closing.shift(micros);
    }

    @Override
    public long closesAt() {
        return closing.closesAt();
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
        long least = leader == 0 ? terms.start().fen() : price + ladder.step(price);
        return Math.min(Money.MAX_FEN, least);
    }

    @Override
    public long step(long price) {
        return ladder.step(price);
    }

    @Override
    public boolean extendTo(long close) {
        return closing.extendTo(close);
    }

    @Override
    public Carried carry() {
        return new Carried(price, leader, 0, 0, quoted.list(), List.of());
    }

    @Override
    public void writeTo(StateWriter out) {
        out.put(price).put(leader);
        closing.writeTo(out);
        if (keepsQuotes) {
            quoted.writeTo(out);
        }
    }
}
