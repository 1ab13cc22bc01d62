package org.gavel.exchange.engine.book;

import org.gavel.exchange.engine.book.holding.Holdings;
import org.gavel.exchange.engine.book.resting.BookSide;
import org.gavel.exchange.engine.book.resting.OrderStore;
import org.gavel.exchange.engine.book.resting.Orders;
import org.gavel.exchange.engine.book.resting.RestingOrder;
import org.gavel.protocol.event.Ending;
import org.gavel.protocol.value.SelfTrade;

/**
 * Continuous trading: an incoming order against what rests, best price first and earlier first. Market orders that
 * wait come before all limits; what they trade at is the reference, the best limit behind them or the incoming
 * limit, whichever suits the market order least (Xetra Market Model Equities, 13.2). An order's trades are all
 * judged by the band of the reference before it; an order of the same participant that is ended instead is no trade.
 */
final class Matching {
    /** Missing for good: no order has as many units. */
    private static final long BARRED = Long.MAX_VALUE;

    private final OrderStore store;
    private final Orders orders;
    private final Holdings holdings;

    private final RestingOrder ending = new RestingOrder();

    /** The price outside the band that ended the last match, or 0. */
    private long outside;

    private boolean bandJudgesAll;
    private boolean bandKillsAll;

    Matching(OrderStore store, Holdings holdings) {
        this.store = store;
        this.orders = store.orders();
        this.holdings = holdings;
    }

    /** Whether the band also stops before orders of the same participant that would be ended and not traded with. */
    void bandJudgesAll(boolean all) {
        bandJudgesAll = all;
    }

    /** Whether a fill-or-kill order is also killed before such orders where they lie beyond the band. */
    void bandKillsAll(boolean all) {
        bandKillsAll = all;
    }

    /** Whether an incoming market order would meet only market orders where no price has been made. */
    boolean lacksPrice(OrderBook book, boolean buys) {
        BookSide opposite = book.side(!buys);
        return book.reference() == 0 && opposite.firstMarket() != Orders.NONE && opposite.best() == BookSide.NONE;
    }

    /** Whether all of the order can be filled at once. */
    boolean canFill(OrderBook book, NewOrder in) {
        BookSide opposite = book.side(!in.buys);
        long missing = in.quantity;
        if (opposite.firstMarket() != Orders.NONE) {
            boolean isInBand = book.isInBand(priceOfMarket(book, opposite, in));
            missing = missingAfter(opposite.firstMarket(), in, isInBand, missing);
        }
        int level = opposite.best();
        while (missing > 0 && missing != BARRED && level != BookSide.NONE) {
            long price = opposite.price(level);
            if (!book.side(in.buys).accepts(in.price, price)) {
                return false;
            }
            missing = missingAfter(opposite.first(level), in, book.isInBand(price), missing);
            level = opposite.next(level);
        }
        return missing == 0;
    }

    /** What a queue leaves missing; {@link #BARRED} where an order in it, or the band, ends the way. */
    private long missingAfter(int first, NewOrder in, boolean isInBand, long before) {
        if (!isInBand && bandKillsAll) {
            return BARRED;
        }
        long missing = before;
        for (int slot = first; slot != Orders.NONE && missing > 0; slot = orders.next(slot)) {
            boolean isOwn = in.selfTrade != SelfTrade.ALLOWED && orders.position(slot) == in.position;
            if (isOwn ? in.selfTrade != SelfTrade.CANCEL_OLDEST : !isInBand) {
                return BARRED;
            }
            missing -= isOwn ? 0 : Math.min(missing, orders.quantity(slot));
        }
        return missing;
    }

    /** Trades as far as it goes; answers the price outside the band that stopped it, or 0. */
    long match(OrderBook book, NewOrder in, BookSink out) {
        BookSide opposite = book.side(!in.buys);
        long last = 0;
        outside = 0;
        while (in.open > 0) {
            long price = nextPrice(book, opposite, in);
            if (price == 0) {
                break;
            }
            int maker = opposite.firstMarket();
            maker = maker == Orders.NONE ? opposite.first(opposite.best()) : maker;
            boolean isOwn = in.selfTrade != SelfTrade.ALLOWED && orders.position(maker) == in.position;
            if ((!isOwn || bandJudgesAll) && !book.isInBand(price)) {
                outside = price;
                break;
            }
            if (isOwn) {
                preventSelfTrade(book, in, maker, out);
            } else {
                trade(book, in, maker, price, out);
                last = price;
            }
        }
        if (last != 0) {
            book.reference(last);
        }
        return outside;
    }

    /** The price the order trades at next; 0 where there is none or it is beyond the limit. */
    private long nextPrice(OrderBook book, BookSide opposite, NewOrder in) {
        long price;
        if (opposite.firstMarket() != Orders.NONE) {
            price = priceOfMarket(book, opposite, in);
        } else if (opposite.best() != BookSide.NONE) {
            price = opposite.bestPrice();
        } else {
            return 0;
        }
        return book.side(in.buys).accepts(in.price, price) ? price : 0;
    }

    private static long priceOfMarket(OrderBook book, BookSide opposite, NewOrder in) {
        long price = in.price;
        if (book.reference() != 0) {
            price = in.buys ? Math.min(price, book.reference()) : Math.max(price, book.reference());
        }
        if (opposite.best() != BookSide.NONE) {
            price = in.buys ? Math.min(price, opposite.bestPrice()) : Math.max(price, opposite.bestPrice());
        }
        return price;
    }

    private void preventSelfTrade(OrderBook book, NewOrder in, int maker, BookSink out) {
        if (in.selfTrade != SelfTrade.CANCEL_NEWEST) {
            end(book, maker, Ending.SELF_TRADE, out);
        }
        if (in.selfTrade != SelfTrade.CANCEL_OLDEST) {
            endOpen(book, in, Ending.SELF_TRADE, out);
        }
    }

    private void trade(OrderBook book, NewOrder in, int maker, long price, BookSink out) {
        long quantity = Math.min(in.open, orders.quantity(maker));
        int position = orders.position(maker);
        long heldPrice = in.buys ? in.price : orders.price(maker);
        if (in.buys) {
            holdings.settle(in.position, position, quantity, price, heldPrice);
        } else {
            holdings.settle(position, in.position, quantity, price, heldPrice);
        }
        in.open -= quantity;
        out.traded(
                book.instrument(),
                price,
                quantity,
                orders.id(maker),
                orders.participant(maker),
                in.id,
                in.participant,
                in.buys,
                quantity * (heldPrice - price));
        fill(book, book.side(!in.buys), maker, quantity);
    }

    /** Takes a traded quantity off a resting order, and the order out of the book where nothing is left. */
    void fill(OrderBook book, BookSide side, int slot, long quantity) {
        long left = orders.quantity(slot) - quantity;
        if (left > 0) {
            store.resize(side, slot, left);
        } else {
            remove(book, side, slot);
        }
    }

    /** Ends a resting order and releases what it holds. */
    void end(OrderBook book, int slot, Ending why, BookSink out) {
        store.read(slot, ending);
        end(book, ending, why, out);
    }

    /** The same with one that was just read. */
    void end(OrderBook book, RestingOrder order, Ending why, BookSink out) {
        boolean buys = NewOrder.buys(order.flags());
        long quantity = order.quantity();
        long price = order.price();
        hold(buys, order.position(), price, -quantity);
        remove(book, book.side(buys), order.slot());
        long released = buys ? price * quantity : 0;
        out.ended(book.instrument(), order.id(), order.participant(), quantity, why, released);
    }

    private void remove(OrderBook book, BookSide side, int slot) {
        store.lift(side, slot);
        forget(book, slot);
    }

    /** Forgets an order that was lifted. */
    void forget(OrderBook book, int slot) {
        holdings.rest(orders.position(slot), -1);
        book.expiries().remove(slot);
        store.forget(slot);
    }

    /** Ends what is open of an incoming order and releases what it holds. */
    void endOpen(OrderBook book, NewOrder in, Ending why, BookSink out) {
        hold(in.buys, in.position, in.price, -in.open);
        out.ended(book.instrument(), in.id, in.participant, in.open, why, in.buys ? in.price * in.open : 0);
        in.open = 0;
    }

    /** Holds what so many units need; releases it where the quantity is negative. */
    void hold(boolean buys, int position, long price, long quantity) {
        holdings.hold(position, buys, NewOrder.backing(buys, price, quantity));
    }
}
