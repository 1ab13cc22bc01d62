package org.gavel.exchange.engine;

import org.gavel.protocol.command.OrderFields;
import org.gavel.protocol.event.Ending;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.OrderAccepted;
import org.gavel.protocol.event.OrderAmended;
import org.gavel.protocol.event.OrderEnded;
import org.gavel.protocol.event.OrdersTraded;
import org.gavel.protocol.event.Taker;
import org.gavel.protocol.event.TopOfBook;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Money;

/**
 * Takes what happens, in order. The hot events come as primitive arguments so that nothing is allocated for them.
 * Called on the engine's thread; must neither block nor call back.
 */
public interface EventSink {
    /** A bid leads now; the arguments are those of {@code BidAccepted}. */
    void bidAccepted(
            Request request, int lot, int bidder, int paddle, long amount, long nextMinimum, int number, long closesAt);

    void lotExtended(int lot, long closesAt, int extension);

    void rejected(Request request, RejectReason reason, long detail, int lot);

    void repeated(Request request, long original, RejectReason reason, long detail);

    /** An order is taken; its number is the request's sequence, {@code held} fen. */
    default void orderAccepted(Request request, OrderFields asked, int participant, long held) {
        emit(new OrderAccepted(
                asked.book(),
                request.sequence(),
                asked.side(),
                new Money(asked.price()),
                asked.quantity(),
                participant,
                asked.timeInForce(),
                asked.expiresAt(),
                asked.cancelOnDisconnect(),
                new Money(held),
                new ClientId(request.clientIdHigh(), request.clientIdLow())));
    }

    /** Two orders trade; the arguments are those of {@code OrdersTraded}. */
    default void ordersTraded(
            int book,
            long trade,
            long price,
            long quantity,
            long buyOrder,
            long sellOrder,
            Taker taker,
            int buyer,
            int seller,
            long released) {
        emit(new OrdersTraded(
                book,
                trade,
                new Money(price),
                quantity,
                buyOrder,
                sellOrder,
                taker,
                buyer,
                seller,
                new Money(price * quantity),
                new Money(released)));
    }

    default void orderAmended(
            int book, long order, int participant, long price, long quantity, boolean keptPriority, long held) {
        emit(new OrderAmended(book, order, new Money(price), quantity, keptPriority, participant, new Money(held)));
    }

    default void orderEnded(int book, long order, int participant, long quantity, Ending cause, long released) {
        emit(new OrderEnded(book, order, quantity, participant, cause, new Money(released)));
    }

    default void topOfBook(int book, long bid, long bidQuantity, long ask, long askQuantity) {
        emit(new TopOfBook(book, new Money(bid), bidQuantity, new Money(ask), askQuantity));
    }

    /** Any other event. */
    void emit(Event event);
}
