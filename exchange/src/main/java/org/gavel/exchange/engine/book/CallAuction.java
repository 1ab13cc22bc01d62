package org.gavel.exchange.engine.book;

import org.gavel.exchange.engine.book.holding.Holdings;
import org.gavel.exchange.engine.book.resting.BookSide;
import org.gavel.exchange.engine.book.resting.OrderStore;
import org.gavel.exchange.engine.book.resting.Orders;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.BookPhase;

/**
 * Calls and their cross: one price for all, at which most is traded; of several that with the least surplus; of
 * several the highest where all have more to buy, the lowest where all have more to sell; else the one nearest to
 * the reference, the higher of two as near, the lowest where there is no reference (Xetra Market Model Equities,
 * 13.1; {@code auction-mechanisms.md} 2.11, AM-U1). Only limits of orders are prices, but where market orders meet
 * market orders alone the reference is. A cross does not look for orders of one participant: all trade at one price.
 *
 * <p>Finding the price walks the levels that would trade and two beyond, never orders, and is done when asked, not
 * with each order: a storm of cancellations costs what the cancellations cost.
 */
public final class CallAuction {
    private static final int CANDIDATES = 4;

    private final Orders orders;
    private final Holdings holdings;
    private final Matching matching;
    private final Demand buys = new Demand();
    private final Demand sells = new Demand();

    private long price;
    private long volume;
    private long imbalance;

    /** The limits of least surplus looked at so far, and the surplus at each: to buy positive, to sell negative. */
    private final long[] limits = new long[CANDIDATES];

    private final long[] surpluses = new long[CANDIDATES];
    private int candidates;

    public CallAuction(OrderDesk desk, Holdings holdings) {
        OrderStore store = desk.store();
        this.orders = store.orders();
        this.holdings = holdings;
        this.matching = desk.matching();
    }

    /** The price found, fen a unit; 0 where nothing would trade. */
    public long price() {
        return price;
    }

    /** Units that would trade at it. */
    public long volume() {
        return volume;
    }

    /** Units that would be left at it: to buy where positive, to sell where negative. */
    public long imbalance() {
        return imbalance;
    }

    /** Whether a call can begin: from continuous trading or a halt. */
    public RejectReason checkCall(OrderBook book) {
        return book.phase() == BookPhase.CALL || book.phase() == BookPhase.CLOSED
                ? RejectReason.WRONG_BOOK_PHASE
                : RejectReason.NONE;
    }

    public void acceptCall(OrderBook book, BookSink out) {
        turn(book, BookPhase.CALL, 0, out);
    }

    /** Whether trading can be halted. */
    public RejectReason checkHalt(OrderBook book) {
        return !book.phase().takesOrders() ? RejectReason.WRONG_BOOK_PHASE : RejectReason.NONE;
    }

    public void acceptHalt(OrderBook book, BookSink out) {
        turn(book, BookPhase.HALTED, 0, out);
    }

    /** Whether a halted book can trade continuously again: not where orders cross, which need one price. */
    public RejectReason checkResume(OrderBook book) {
        if (book.phase() != BookPhase.HALTED) {
            return RejectReason.WRONG_BOOK_PHASE;
        }
        return crosses(book) ? RejectReason.BOOK_CROSSED : RejectReason.NONE;
    }

    /** Whether orders of the two sides could trade with each other. */
    public boolean crosses(OrderBook book) {
        walk(book);
        return volume > 0;
    }

    /** Whether the call can end; it goes on where market orders face each other and there is no price for them. */
    public RejectReason checkCross(OrderBook book) {
        if (book.phase() != BookPhase.CALL) {
            return RejectReason.WRONG_BOOK_PHASE;
        }
        find(book);
        boolean isStuck = price == 0
                && book.bids().firstMarket() != Orders.NONE
                && book.asks().firstMarket() != Orders.NONE;
        return isStuck ? RejectReason.NO_PRICE : RejectReason.NONE;
    }

    /** Trades at the price of the last check, in price–time order on both sides; continuous trading follows. */
    public void acceptCross(OrderBook book, BookSink out) {
        acceptCross(book, BookPhase.CONTINUOUS, out);
    }

    /** Trades at the price of the last check, in price–time order on both sides; the phase given follows. */
    public void acceptCross(OrderBook book, BookPhase next, BookSink out) {
        long left = volume;
        while (left > 0) {
            left -= crossNext(book, left, out);
        }
        if (price != 0) {
            book.reference(price);
        }
        turn(book, next, price, out);
        book.tellTop(out);
    }

    private long crossNext(OrderBook book, long left, BookSink out) {
        int buy = first(book.bids());
        int sell = first(book.asks());
        long quantity = Math.min(left, Math.min(orders.quantity(buy), orders.quantity(sell)));
        holdings.settle(orders.position(buy), orders.position(sell), quantity, price, orders.price(buy));
        out.crossed(
                book.instrument(),
                price,
                quantity,
                orders.id(buy),
                orders.participant(buy),
                orders.id(sell),
                orders.participant(sell),
                quantity * (orders.price(buy) - price));
        matching.fill(book, book.bids(), buy, quantity);
        matching.fill(book, book.asks(), sell, quantity);
        return quantity;
    }

    private static int first(BookSide side) {
        int market = side.firstMarket();
        return market != Orders.NONE ? market : side.first(side.best());
    }

    private static void turn(OrderBook book, BookPhase phase, long price, BookSink out) {
        book.phase(phase);
        out.phased(book.instrument(), phase, price);
    }

    /** Finds price, volume and imbalance as the book stands. */
    public void find(OrderBook book) {
        walk(book);
        price = 0;
        imbalance = 0;
        candidates = 0;
        if (volume == 0) {
            return;
        }
        long low = sells.lastLimit();
        long high = buys.lastLimit();
        consider(low, low, high);
        consider(buys.limit(), low, high);
        consider(sells.limit(), low, high);
        consider(high, low, high);
        if (candidates > 0) {
            choose(book.reference());
        } else if (book.reference() != 0) {
            price = book.reference();
            imbalance = buys.beyond(price) - sells.beyond(price);
        } else {
            volume = 0;
        }
    }

    /** What can trade at all: the better end of both sides against each other until they no longer meet. */
    private void walk(OrderBook book) {
        volume = 0;
        buys.begin(book.bids());
        sells.begin(book.asks());
        while (buys.meets(sells)) {
            long quantity = Math.min(buys.left(), sells.left());
            volume += quantity;
            buys.take(quantity);
            sells.take(quantity);
        }
    }

    /**
     * Looks at a limit from {@code low} to {@code high}, between which the volume is the same. In there only the last
     * limits that trade and the first that do not can have the least surplus.
     */
    private void consider(long limit, long low, long high) {
        boolean isOutside = limit == 0 || limit < low || (high != 0 && limit > high);
        if (isOutside) {
            return;
        }
        long surplus = buys.beyond(limit) - sells.beyond(limit);
        if (candidates > 0 && Math.abs(surplus) > Math.abs(surpluses[0])) {
            return;
        }
        if (candidates > 0 && Math.abs(surplus) < Math.abs(surpluses[0])) {
            candidates = 0;
        }
        limits[candidates] = limit;
        surpluses[candidates] = surplus;
        candidates++;
    }

    private void choose(long reference) {
        boolean allBuy = true;
        boolean allSell = true;
        for (int i = 0; i < candidates; i++) {
            allBuy &= surpluses[i] > 0;
            allSell &= surpluses[i] < 0;
        }
        long aim = allBuy ? Long.MAX_VALUE : allSell || reference == 0 ? 0 : reference;
        int best = 0;
        for (int i = 1; i < candidates; i++) {
            best = isNearer(limits[i], limits[best], aim) ? i : best;
        }
        price = limits[best];
        imbalance = surpluses[best];
    }

    /** Whether the first limit is nearer to the aim than the second, or higher and as near. */
    private static boolean isNearer(long limit, long other, long aim) {
        long distance = Math.abs(limit - aim);
        long shortest = Math.abs(other - aim);
        return distance != shortest ? distance < shortest : limit > other;
    }
}
