package org.gavel.exchange.engine.trading;

import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.book.BookSink;
import org.gavel.protocol.command.OrderFields;
import org.gavel.protocol.event.BookPhaseBegun;
import org.gavel.protocol.event.BookPhaseCause;
import org.gavel.protocol.event.Ending;
import org.gavel.protocol.event.Taker;
import org.gavel.protocol.reject.Require;
import org.gavel.protocol.value.BookPhase;
import org.gavel.protocol.value.Micros;
import org.gavel.protocol.value.Money;

/**
 * Says what happens in one book as the venue's events. Turns of its phase are told by who turns it, but for the call
 * that begins when a trade would leave the band. Reused; allocates nothing but for such a call. References are stored
 * only where they change, as in {@link Request}.
 */
final class BookTape implements BookSink {
    private Request request;
    private OrderFields asked;
    private Book book;
    private EventSink out;
    private long now;

    /** What follows happens in this book, at this time. */
    BookTape of(Request request, Book book, long now, EventSink out) {
        if (this.request != request) {
            this.request = request;
        }
        if (this.book != book) {
            this.book = book;
        }
        if (this.out != out) {
            this.out = out;
        }
        this.now = now;
        return this;
    }

    /** The order that comes in. */
    BookTape asked(OrderFields order) {
        if (asked != order) {
            asked = order;
        }
        return this;
    }

    @Override
    public void accepted(int instrument, long order, int participant, boolean buys, long price, long quantity) {
        long heldPrice = price == 0 ? book.orders().highest() : price;
        out.orderAccepted(request, asked, participant, buys ? heldPrice * quantity : 0);
    }

    @Override
    public void traded(
            int instrument,
            long price,
            long quantity,
            long maker,
            int makerParticipant,
            long taker,
            int takerParticipant,
            boolean takerBuys,
            long released) {
        out.ordersTraded(
                instrument,
                book.nextTrade(),
                price,
                quantity,
                takerBuys ? taker : maker,
                takerBuys ? maker : taker,
                takerBuys ? Taker.BUYER : Taker.SELLER,
                takerBuys ? takerParticipant : makerParticipant,
                takerBuys ? makerParticipant : takerParticipant,
                released);
    }

    @Override
    public void crossed(
            int instrument,
            long price,
            long quantity,
            long buyOrder,
            int buyer,
            long sellOrder,
            int seller,
            long released) {
        out.ordersTraded(
                instrument,
                book.nextTrade(),
                price,
                quantity,
                buyOrder,
                sellOrder,
                Taker.NOBODY,
                buyer,
                seller,
                released);
    }

    @Override
    public void amended(
            int instrument, long order, int participant, long price, long quantity, boolean keptPriority, long held) {
        out.orderAmended(instrument, order, participant, price, quantity, keptPriority, held);
    }

    @Override
    public void ended(int instrument, long order, int participant, long quantity, Ending why, long released) {
        out.orderEnded(instrument, order, participant, quantity, why, released);
    }

    @Override
    public void topOfBook(int instrument, long bid, long bidQuantity, long ask, long askQuantity) {
        long most = Require.MAX_NUMBER;
        out.topOfBook(instrument, bid, Math.min(bidQuantity, most), ask, Math.min(askQuantity, most));
    }

    @Override
    public void phased(int instrument, BookPhase phase, long price) {
        if (phase == BookPhase.CALL && price != 0) {
            long until = now + Micros.of(book.terms().volatilityCall());
            book.callOver();
            if (request.follows(Behaviour.CALLS_EXTENDED)) {
                book.becomesVolatile();
            }
            book.until(book.closesAt() == 0 ? until : Math.min(until, book.closesAt()));
            out.emit(new BookPhaseBegun(
                    instrument, phase, BookPhaseCause.VOLATILITY, new Money(price), book.until(), ""));
        }
    }
}
