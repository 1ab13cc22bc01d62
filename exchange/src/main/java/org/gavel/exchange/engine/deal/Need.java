package org.gavel.exchange.engine.deal;

import java.util.ArrayList;
import java.util.List;
import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.command.AnnounceDeal;
import org.gavel.protocol.event.DealEnd;
import org.gavel.protocol.value.NeedTerms;

/** 技术缘: a need and the offers that answer it, by their numbers. */
class Need extends Deal {
    /** The most offers, withdrawn ones counted. */
    static final int MAX_OFFERS = 1_000;

    private final List<Offer> offers = new ArrayList<>();
    private boolean handedOver;
    private boolean overByTime;

    Need(AnnounceDeal terms, NeedTerms need) {
        super(terms, DealState.OFFERED, need.until());
    }

    boolean isFull() {
        return offers.size() == MAX_OFFERS;
    }

    int size() {
        return offers.size();
    }

    boolean has(int number) {
        return number <= offers.size() && offers.get(number - 1).stands();
    }

    Offer offer(int number) {
        return offers.get(number - 1);
    }

    /** The number of the supplier's offer that stands, or 0. */
    int offerOf(int supplier) {
        for (Offer offer : offers) {
            if (offer.stands() && offer.supplier() == supplier) {
                return offer.number();
            }
        }
        return 0;
    }

    Offer add(int supplier) {
        Offer offer = new Offer(offers.size() + 1, supplier);
        offers.add(offer);
        return offer;
    }

    /** Whether both sides said yes to this offer of this supplier; a match outlives the need's time, not its taking back. */
    boolean canHandOver(int number, int supplier) {
        return !handedOver
                && (state() == DealState.OFFERED || overByTime)
                && has(number)
                && offer(number).supplier() == supplier
                && offer(number).isMatched();
    }

    /** A negotiated deal comes of it; one need comes to one deal. */
    void handOver(int number) {
        handedOver = true;
        offer(number).handOver();
    }

    @Override
    void elapse(Request request, DealCourse course, long at, EventSink out) {
        request.commit();
        overByTime = true;
        course.close(this, DealEnd.TIME_OVER, out);
    }

    @Override
    void writeMode(StateWriter out) {
        out.put(handedOver).put(overByTime).put(offers.size());
        offers.forEach(offer -> offer.writeTo(out));
    }
}
