package org.gavel.exchange.engine.lot;

import java.util.stream.IntStream;
import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.account.Accounts;
import org.gavel.exchange.engine.auction.Floor;
import org.gavel.exchange.engine.auction.Mechanism;
import org.gavel.protocol.event.BidAccepted;
import org.gavel.protocol.event.BidBeaten;
import org.gavel.protocol.event.DepositForfeited;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.ForfeitCause;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Money;

/** The floor of whichever lot is in hand. One instance is reused for every act; nothing may keep it. */
final class LotFloor implements Floor {
    private final Accounts accounts;
    private transient Request request;
    private transient Lot lot;
    private transient EventSink out;

    LotFloor(Accounts accounts) {
        this.accounts = accounts;
    }

    LotFloor of(Request request, Lot lot, EventSink out) {
        this.request = request;
        this.lot = lot;
        this.out = out;
        return this;
    }

    @Override
    public int lot() {
        return lot.number();
    }

    @Override
    public int paddle(int bidder) {
        return lot.entrants().paddle(bidder);
    }

    @Override
    public int bids() {
        return lot.bids();
    }

    @Override
    public int entrants() {
        return lot.entrants().size();
    }

    @Override
    public int entrant(int index) {
        return lot.entrants().participant(index);
    }

    @Override
    public int persons(IntStream bidders) {
        return request.follows(Behaviour.ONE_BIDDER_A_PERSON) ? accounts.persons(bidders) : (int) bidders.count();
    }

    @Override
    public void counts() {
        lot.countBid();
    }

    @Override
    public void undone() {
        lot.countUndone();
    }

    @Override
    public void forfeit(int bidder, ForfeitCause cause) {
        Money deposit = lot.terms().deposit();
        if (deposit.fen() > 0 && !lot.entrants().hasForfeited(bidder)) {
            request.commit();
            accounts.forfeit(accounts.get(bidder), deposit.fen());
            lot.entrants().forfeit(bidder);
            out.emit(new DepositForfeited(lot.number(), bidder, deposit, cause));
        }
    }

    @Override
    public void leads(int bidder, long amount) {
        lot.countBid();
        Mechanism phase = lot.mechanism();
        int paddle = paddle(bidder);
        out.bidAccepted(
                request, lot.number(), bidder, paddle, amount, phase.nextMinimum(), lot.bids(), phase.closesAt());
    }

    @Override
    public void beaten(int bidder, long amount) {
        lot.countBid();
        out.emit(new BidBeaten(lot.number(), bidder, paddle(bidder), new Money(amount), lot.bids()));
    }

    @Override
    public void leadsByProxy(int bidder, long amount) {
        publish(bidder, amount, Channel.PROXY);
    }

    @Override
    public void published(int bidder, long amount) {
        publish(bidder, amount, Channel.SYSTEM);
    }

    private void publish(int bidder, long amount, Channel channel) {
        lot.countBid();
        Mechanism phase = lot.mechanism();
        out.emit(new BidAccepted(
                lot.number(),
                bidder,
                paddle(bidder),
                new Money(amount),
                new Money(phase.nextMinimum()),
                lot.bids(),
                phase.closesAt(),
                channel,
                ClientId.NONE));
    }

    @Override
    public long reserve() {
        return lot.terms().reserve().amount().fen();
    }

    @Override
    public void emit(Event event) {
        out.emit(event);
    }
}
