package org.gavel.exchange.engine.book;

import java.util.function.IntPredicate;
import org.gavel.exchange.engine.book.holding.Holdings;
import org.gavel.exchange.engine.book.resting.BookSide;
import org.gavel.exchange.engine.book.resting.OrderStore;
import org.gavel.exchange.engine.book.resting.Orders;
import org.gavel.protocol.event.Ending;

/**
 * Ends many orders of a book at once: a participant's, a connection's, the day's, those whose time has come. What they
 * held is released exactly. Each costs what one cancel costs. Single-threaded.
 */
public final class OrderEnds {
    private final OrderStore store;
    private final Orders orders;
    private final Holdings holdings;
    private final Matching matching;

    OrderEnds(OrderStore store, Holdings holdings, Matching matching) {
        this.store = store;
        this.orders = store.orders();
        this.holdings = holdings;
        this.matching = matching;
    }

    /** Cancels all a participant has in a book, in the order they came; answers how many. */
    public int cancelAll(OrderBook book, int participant, BookSink out) {
        int position = holdings.position(book.instrument(), participant);
        int count = 0;
        for (int slot = first(position); slot != Orders.NONE; slot = first(position)) {
            matching.end(book, slot, Ending.MASS_CANCELLED, out);
            count++;
        }
        book.tellTop(out);
        return count;
    }

    /** Cancels what a participant's connection placed in a book and asked to end with it; answers how many. */
    public int disconnect(OrderBook book, int participant, long connection, BookSink out) {
        int count = 0;
        int slot = first(holdings.position(book.instrument(), participant));
        while (slot != Orders.NONE) {
            int next = store.nextOf(slot);
            if (NewOrder.endsOnDisconnect(orders.flags(slot)) && orders.connection(slot) == connection) {
                matching.end(book, slot, Ending.DISCONNECTED, out);
                count++;
            }
            slot = next;
        }
        book.tellTop(out);
        return count;
    }

    /** Cancels whatever was to end with its connection, as {@link #closeDay} does; answers how many. */
    public int disconnectAll(OrderBook book, BookSink out) {
        return endAll(book, NewOrder::endsOnDisconnect, Ending.DISCONNECTED, out);
    }

    /** Ends the orders that are good for the day: buys first, each side in the order it would trade. */
    public void closeDay(OrderBook book, BookSink out) {
        endAll(book, NewOrder::isForTheDay, Ending.DAY_CLOSED, out);
    }

    /** Ends all orders of a book whose time has come, in (time, id) order. */
    public void expire(OrderBook book, long now, BookSink out) {
        while (book.nextDue() <= now) {
            matching.end(book, book.expiries().next(), Ending.EXPIRED, out);
        }
        book.tellTop(out);
    }

    private int endAll(OrderBook book, IntPredicate flags, Ending cause, BookSink out) {
        int count = endSide(book, book.bids(), flags, cause, out) + endSide(book, book.asks(), flags, cause, out);
        book.tellTop(out);
        return count;
    }

    private int endSide(OrderBook book, BookSide side, IntPredicate flags, Ending cause, BookSink out) {
        int count = endLevel(book, side.firstMarket(), flags, cause, out);
        int level = side.best();
        while (level != BookSide.NONE) {
            int next = side.next(level);
            count += endLevel(book, side.first(level), flags, cause, out);
            level = next;
        }
        return count;
    }

    private int endLevel(OrderBook book, int first, IntPredicate flags, Ending cause, BookSink out) {
        int count = 0;
        int slot = first;
        while (slot != Orders.NONE) {
            int next = orders.next(slot);
            if (flags.test(orders.flags(slot))) {
                matching.end(book, slot, cause, out);
                count++;
            }
            slot = next;
        }
        return count;
    }

    private int first(int position) {
        return position == Holdings.NONE ? Orders.NONE : store.firstOf(position);
    }
}
