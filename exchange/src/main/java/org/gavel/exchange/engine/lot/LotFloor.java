package org.gavel.exchange.engine.lot;

import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.auction.Floor;
import org.gavel.exchange.engine.auction.Mechanism;
import org.gavel.protocol.event.Event;

/** The floor of whichever lot is in hand. One instance is reused for every act; nothing may keep it. */
final class LotFloor implements Floor {
    private Request request;
    private Lot lot;
    private EventSink out;

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
    public void leads(int bidder, long amount) {
        lot.countBid();
        Mechanism phase = lot.mechanism();
        int paddle = paddle(bidder);
        out.bidAccepted(
                request, lot.number(), bidder, paddle, amount, phase.nextMinimum(), lot.bids(), phase.closesAt());
    }

    @Override
    public void emit(Event event) {
        out.emit(event);
    }
}
