package org.gavel.exchange.engine.trading;

import org.gavel.exchange.engine.book.OrderBook;
import org.gavel.exchange.engine.book.resting.OrderStore;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.exchange.engine.timer.Deadline;
import org.gavel.protocol.command.OpenBook;
import org.gavel.protocol.value.BookPhase;
import org.gavel.protocol.value.BookTerms;
import org.gavel.protocol.value.Micros;
import org.gavel.protocol.value.TradingDay;

/**
 * One unit book: what is traded in it and how, its day, and the orders. Times are microseconds since 1970, 0 where
 * there is none.
 */
final class Book {
    private final int number;
    private final String asset;
    private final BookTerms terms;
    private final OrderBook orders;
    private final Deadline deadline;

    /** How many open orders let nobody place another here; 0 where none do. */
    private final int maxOpenOrders;

    private long opensAt;
    private long crossesAt;
    private long closingCallAt;
    private long closesAt;

    /** Whether the time of the closing call has come: every call that runs until the close is that one. */
    private boolean isClosing;

    /** When the call that runs crosses. */
    private long until;

    /** Whether the call that runs began, or goes on, because a price left the band. */
    private boolean isVolatile;

    /** When what the call would cross at is told next, and when it was told last. */
    private long indicateAt;

    private long indicatedAt;
    private long trades;

    /** A closed book. */
    Book(OpenBook asked, OrderStore store) {
        number = asked.book();
        asset = asked.asset();
        terms = asked.terms();
        maxOpenOrders = asked.maxOpenOrders();
        orders = new OrderBook(number, store);
        orders.acceptLimits(
                terms.tick().fen(), terms.lowest().fen(), terms.highest().fen());
        orders.reference(asked.reference().fen());
        orders.acceptBand(terms.band());
        orders.phase(BookPhase.CLOSED);
        deadline = new Deadline(number);
    }

    int number() {
        return number;
    }

    String asset() {
        return asset;
    }

    BookTerms terms() {
        return terms;
    }

    int maxOpenOrders() {
        return maxOpenOrders;
    }

    OrderBook orders() {
        return orders;
    }

    BookPhase phase() {
        return orders.phase();
    }

    Deadline deadline() {
        return deadline;
    }

    void day(TradingDay day) {
        opensAt = day.callAt();
        crossesAt = day.crossAt();
        closingCallAt = day.closingCallAt();
        closesAt = day.closesAt();
    }

    /** When the opening call begins, while the book waits for it. */
    long opensAt() {
        return opensAt;
    }

    /** The opening call begins, or will not. */
    void opened() {
        opensAt = 0;
    }

    /** When the opening call crosses. */
    long crossesAt() {
        return crossesAt;
    }

    long closingCallAt() {
        return closingCallAt;
    }

    void closingCallBegun() {
        closingCallAt = 0;
    }

    boolean isClosing() {
        return isClosing;
    }

    /** Nothing trades here any more but in the closing call, and the day closes with it. */
    void becomesClosing() {
        isClosing = true;
    }

    /** When a call that is to cross then does: the closing call at the close, whatever was asked for. */
    long crossOf(long asked) {
        return isClosing ? closesAt : asked;
    }

    long closesAt() {
        return closesAt;
    }

    /** The closing call goes on: the day closes later. */
    void closesAt(long time) {
        closesAt = time;
    }

    boolean isVolatile() {
        return isVolatile;
    }

    void becomesVolatile() {
        isVolatile = true;
    }

    long until() {
        return until;
    }

    void until(long time) {
        until = time;
    }

    long indicateAt() {
        return indicateAt;
    }

    /** What would cross has changed: it is told at once, or an interval after it was told last. */
    void changed(long now) {
        if (phase() == BookPhase.CALL && indicateAt == 0) {
            long interval = Micros.of(terms.indicateEvery());
            indicateAt = indicatedAt == 0 ? now : Math.max(now, indicatedAt + interval);
        }
    }

    void indicated(long at) {
        indicateAt = 0;
        indicatedAt = at;
    }

    /** Nothing is told of a call that has ended. */
    void callOver() {
        until = 0;
        isVolatile = false;
        indicateAt = 0;
        indicatedAt = 0;
    }

    /** When continuous trading ends by itself. */
    long nextCloseOrCall() {
        return closingCallAt != 0 ? closingCallAt : closesAt;
    }

    void dayOver() {
        isClosing = false;
        day(TradingDay.OPEN_END);
    }

    long nextTrade() {
        return ++trades;
    }

    /** When something next happens here by itself, or {@link Long#MAX_VALUE}. */
    long nextDue() {
        long due = Math.min(orders.nextDue(), pending(opensAt));
        due = Math.min(due, Math.min(pending(until), pending(indicateAt)));
        return Math.min(due, Math.min(pending(closingCallAt), pending(closesAt)));
    }

    private static long pending(long time) {
        return time == 0 ? Long.MAX_VALUE : time;
    }

    void writeTo(StateWriter out) {
        out.put(asset).put(terms.toString());
        out.put(opensAt).put(crossesAt).put(closingCallAt).put(closesAt);
        out.put(until).put(indicateAt).put(indicatedAt).put(trades);
        if (isVolatile) {
            out.put("volatile");
        }
        if (isClosing) {
            out.put("closing");
        }
        if (maxOpenOrders != 0) {
            out.put("maxOpenOrders").put(maxOpenOrders);
        }
        orders.writeTo(out);
    }
}
