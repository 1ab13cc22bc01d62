package org.gavel.exchange.engine.auction.ascending;

import java.util.List;
import org.gavel.exchange.engine.auction.Carried;
import org.gavel.exchange.engine.auction.Mechanism;
import org.gavel.exchange.engine.auction.Roll;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.value.QuotesTerms;

/**
 * Quotes by price and time, given in the listing before its lot opened: the phase begins with the best of them, takes
 * no further one, and is over at once. What follows it knows who has quoted.
 */
public final class ListedQuotes implements Mechanism {
    private final QuotesTerms terms;
    private final Roll quoted = new Roll();
    private long closesAt;
    private long price;
    private int leader;

    public ListedQuotes(QuotesTerms terms) {
        this.terms = terms;
    }

    @Override
    public void open(long now, Carried carried) {
        price = carried.price();
        leader = carried.leader();
        quoted.become(carried.quoted());
        closesAt = now;
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
        return leader == 0 ? terms.start().fen() : price;
    }

    @Override
    public long step(long price) {
        return terms.step().fen();
    }

    @Override
    public Carried carry() {
        return new Carried(price, leader, 0, 0, quoted.list(), List.of());
    }

    @Override
    public void writeTo(StateWriter out) {
        out.put(price).put(leader).put(closesAt);
        quoted.writeTo(out);
    }
}
