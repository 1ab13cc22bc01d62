package org.gavel.exchange.engine.book;

import org.gavel.exchange.engine.book.holding.Holdings;
import org.gavel.exchange.engine.book.resting.BookSide;
import org.gavel.exchange.engine.book.resting.OrderStore;
import org.gavel.exchange.engine.book.resting.Orders;
import org.gavel.exchange.engine.book.resting.RestingOrder;
import org.gavel.protocol.command.PlaceOrder;
import org.gavel.protocol.event.Ending;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.BookPhase;
import org.gavel.protocol.value.Money;

/**
 * Takes orders for all books of a venue. {@code check…} decides and changes nothing; the {@code accept…} that belongs
 * to it must follow at once if it follows at all, and cannot fail. Nothing is allocated in steady state, and nothing
 * costs more because more orders rest or more books exist. Single-threaded.
 */
public final class OrderDesk {
    /** The most units an order can have: those of all orders there can be still fit one number. */
    public static final long MAX_QUANTITY = PlaceOrder.MAX_QUANTITY;

    private final OrderStore store;
    private final Orders orders;
    private final Holdings holdings;
    private final Matching matching;
    private final OrderEnds ends;

    /** An amended order while it trades. */
    private final NewOrder amended = new NewOrder();

    /** The resting order the last check was about. */
    private final RestingOrder found = new RestingOrder();

    /** What that order would have to hold beyond what it holds: fen, or units. */
    private long more;

    private long detail;

    public OrderDesk(OrderStore store, Holdings holdings) {
        this.store = store;
        this.orders = store.orders();
        this.holdings = holdings;
        this.matching = new Matching(store, holdings);
        this.ends = new OrderEnds(store, holdings, matching);
    }

    Matching matching() {
        return matching;
    }

    OrderStore store() {
        return store;
    }

    /** Whether the band also stops orders before what self-trade prevention would end, as it did once. */
    public void bandJudgesAll(boolean all) {
        matching.bandJudgesAll(all);
    }

    /** Whether the band also kills a fill-or-kill order before those, as it did once. */
    public void bandKillsAll(boolean all) {
        matching.bandKillsAll(all);
    }

    /** Where orders end that nobody cancels one by one. */
    public OrderEnds ends() {
        return ends;
    }

    /** The amount or number of the last refusal's sentence, once; then 0. */
    public long takeDetail() {
        long taken = detail;
        detail = 0;
        return taken;
    }

    /** Whether a book takes an order at this time, microseconds since 1970. */
    public RejectReason checkPlace(OrderBook book, NewOrder in, long now) {
        RejectReason refusal = checkTerms(book, in, now);
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        in.price = in.market ? in.buys ? book.highest() : book.lowest() : in.price;
        in.position = holdings.position(book.instrument(), in.participant);
        if (in.position == Holdings.NONE) {
            return RejectReason.PARTICIPANT_UNKNOWN;
        }
        if (in.buys && isTooBig(in.price, in.quantity)) {
            return refuse(RejectReason.ORDER_TOO_BIG, Money.MAX_FEN);
        }
        return checkFree(in.position, in.buys, NewOrder.backing(in.buys, in.price, in.quantity));
    }

    private RejectReason checkTerms(OrderBook book, NewOrder in, long now) {
        RejectReason refusal = checkQuantity(in.quantity);
        if (refusal == RejectReason.NONE && !in.market) {
            refusal = checkPrice(book, in.price);
        }
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        if (in.market && in.execution == Execution.POST_ONLY) {
            return RejectReason.TERMS_CLASH;
        }
        if (in.expiresAt <= now) {
            return RejectReason.EXPIRY_PASSED;
        }
        if (orders.isFull()) {
            return refuse(RejectReason.BOOKS_FULL, Orders.MAX_ORDERS);
        }
        if (store.find(in.id) != Orders.NONE) {
            return RejectReason.ORDER_EXISTS;
        }
        return checkPhase(book, in);
    }

    private RejectReason checkPhase(OrderBook book, NewOrder in) {
        return switch (book.phase()) {
            case HALTED -> RejectReason.BOOK_HALTED;
            case CLOSED -> RejectReason.BOOK_CLOSED;
            case CALL -> in.execution == Execution.RESTING ? RejectReason.NONE : RejectReason.NOT_IN_CALL;
            case CONTINUOUS -> checkCrossing(book, in);
        };
    }

    private RejectReason checkCrossing(OrderBook book, NewOrder in) {
        if (in.execution == Execution.POST_ONLY && book.side(!in.buys).meets(in.price)) {
            return RejectReason.POST_ONLY_TRADES;
        }
        return in.market && matching.lacksPrice(book, in.buys) ? RejectReason.NO_PRICE : RejectReason.NONE;
    }

    private RejectReason checkQuantity(long quantity) {
        if (quantity <= 0) {
            return RejectReason.QUANTITY_NOT_POSITIVE;
        }
        return quantity > MAX_QUANTITY ? refuse(RejectReason.QUANTITY_TOO_BIG, MAX_QUANTITY) : RejectReason.NONE;
    }

    private RejectReason checkPrice(OrderBook book, long price) {
        if (price < book.lowest()) {
            return refuse(RejectReason.PRICE_TOO_LOW, book.lowest());
        }
        if (price > book.highest()) {
            return refuse(RejectReason.PRICE_TOO_HIGH, book.highest());
        }
        return book.tick() != 1 && price % book.tick() != 0
                ? refuse(RejectReason.OFF_TICK, book.tick())
                : RejectReason.NONE;
    }

    private static boolean isTooBig(long price, long quantity) {
        return Math.multiplyHigh(price, quantity) != 0 || price * quantity < 0 || price * quantity > Money.MAX_FEN;
    }

    private RejectReason checkFree(int position, boolean money, long amount) {
        long free = holdings.free(position, money);
        if (amount <= free) {
            return RejectReason.NONE;
        }
        return refuse(money ? RejectReason.MONEY_INSUFFICIENT : RejectReason.UNITS_INSUFFICIENT, free);
    }

    private RejectReason refuse(RejectReason refusal, long number) {
        detail = number;
        return refusal;
    }

    /** Takes the order in: holds, trades, and lets the rest rest or end. */
    public void acceptPlace(OrderBook book, NewOrder in, BookSink out) {
        out.accepted(book.instrument(), in.id, in.participant, in.buys, in.market ? 0 : in.price, in.quantity);
        if (in.execution == Execution.FOK && !matching.canFill(book, in)) {
            long held = in.buys ? in.price * in.quantity : 0;
            out.ended(book.instrument(), in.id, in.participant, in.quantity, Ending.UNFILLABLE, held);
            return;
        }
        matching.hold(in.buys, in.position, in.price, in.quantity);
        in.open = in.quantity;
        long outside = book.phase() == BookPhase.CONTINUOUS ? matching.match(book, in, out) : 0;
        if (in.open > 0 && in.rests()) {
            rest(book, in);
            interrupt(book, outside, out);
        } else if (in.open > 0) {
            matching.endOpen(book, in, Ending.REMAINDER, out);
        }
        book.tellTop(out);
    }

    private void rest(OrderBook book, NewOrder in) {
        int slot = store.admit(in.id, book.instrument(), in.participant, in.position, in.flags());
        holdings.rest(in.position, 1);
        store.enter(book.side(in.buys), slot, in.price, in.open, in.market);
        if (in.session != 0) {
            orders.connection(slot, in.session);
        }
        if (in.expiresAt != Long.MAX_VALUE) {
            book.expiries().add(slot, in.expiresAt);
        }
    }

    /** An order that would have traded outside the band rests, and a call finds the price. */
    private void interrupt(OrderBook book, long outside, BookSink out) {
        if (outside != 0) {
            book.phase(BookPhase.CALL);
            out.phased(book.instrument(), BookPhase.CALL, outside);
        }
    }

    private RejectReason find(OrderBook book, long id, int participant) {
        boolean isTheirs = store.read(id, found) && found.isOf(book.instrument(), participant);
        return isTheirs ? RejectReason.NONE : RejectReason.ORDER_UNKNOWN;
    }

    /** Whether an order can have this price (0 for a market order) and this many units open. */
    public RejectReason checkAmend(OrderBook book, long id, int participant, long price, long quantity) {
        RejectReason refusal = checkQuantity(quantity);
        if (refusal == RejectReason.NONE) {
            refusal = find(book, id, participant);
        }
        return refusal == RejectReason.NONE ? checkFound(book, price, quantity) : refusal;
    }

    /** Whether an order can have another price for all it has open. */
    public RejectReason checkMove(OrderBook book, long id, int participant, long price) {
        RejectReason refusal = find(book, id, participant);
        return refusal == RejectReason.NONE ? checkFound(book, price, found.quantity()) : refusal;
    }

    private RejectReason checkFound(OrderBook book, long price, long quantity) {
        if (!book.phase().takesOrders()) {
            return book.phase() == BookPhase.HALTED ? RejectReason.BOOK_HALTED : RejectReason.BOOK_CLOSED;
        }
        int flags = found.flags();
        if (NewOrder.isMarket(flags)) {
            return price != 0 ? RejectReason.TERMS_CLASH : checkMore(found.price(), quantity);
        }
        RejectReason refusal = price == found.price() ? RejectReason.NONE : checkPrice(book, price);
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        boolean trades = book.phase() == BookPhase.CONTINUOUS
                && NewOrder.isPostOnly(flags)
                && book.side(!NewOrder.buys(flags)).meets(price);
        return trades ? RejectReason.POST_ONLY_TRADES : checkMore(price, quantity);
    }

    /** Whether what the amended order needs beyond what it holds is free. */
    private RejectReason checkMore(long price, long quantity) {
        boolean buys = NewOrder.buys(found.flags());
        if (isTooBig(price, quantity) && buys) {
            return refuse(RejectReason.ORDER_TOO_BIG, Money.MAX_FEN);
        }
        more = more(buys, price, quantity);
        return checkFree(found.position(), buys, more);
    }

    private long more(boolean buys, long price, long quantity) {
        return NewOrder.backing(buys, price, quantity) - NewOrder.backing(buys, found.price(), found.quantity());
    }

    /**
     * Amends the order of the last check. It keeps its turn unless its price changes or its size grows; where its new
     * price meets the other side it trades as if it came in now.
     */
    public void acceptAmend(OrderBook book, long price, long quantity, BookSink out) {
        int flags = found.flags();
        boolean buys = NewOrder.buys(flags);
        boolean market = NewOrder.isMarket(flags);
        long limit = market ? found.price() : price;
        boolean keeps = limit == found.price() && quantity <= found.quantity();
        holdings.hold(found.position(), buys, more);
        long held = buys ? limit * quantity : 0;
        out.amended(book.instrument(), found.id(), found.participant(), price, quantity, keeps, held);
        BookSide side = book.side(buys);
        if (keeps) {
            store.resize(side, found.slot(), quantity);
        } else if (market) {
            store.lift(side, found.slot());
            store.enter(side, found.slot(), limit, quantity, true);
        } else if (book.phase() == BookPhase.CONTINUOUS && book.side(!buys).meets(limit)) {
            tradeAmended(book, limit, quantity, out);
        } else {
            store.move(side, found.slot(), limit, quantity);
        }
        book.tellTop(out);
    }

    /** Takes the order of the last check to another price. */
    public void acceptMove(OrderBook book, long price, BookSink out) {
        acceptAmend(book, price, found.quantity(), out);
    }

    private void tradeAmended(OrderBook book, long price, long quantity, BookSink out) {
        int slot = found.slot();
        boolean buys = NewOrder.buys(found.flags());
        amended.limit(found.id(), found.participant(), buys, price, quantity);
        amended.selfTrade(NewOrder.selfTrade(found.flags()));
        amended.position = found.position();
        amended.open = quantity;
        store.lift(book.side(buys), slot);
        long outside = matching.match(book, amended, out);
        if (amended.open > 0) {
            store.enter(book.side(buys), slot, price, amended.open, false);
            interrupt(book, outside, out);
        } else {
            matching.forget(book, slot);
        }
    }

    /** Whether an order can lose so many units, or all it has. */
    public RejectReason checkReduce(OrderBook book, long id, int participant, long by) {
        RejectReason refusal = checkQuantity(by);
        return refusal != RejectReason.NONE ? refusal : find(book, id, participant);
    }

    /** Reduces the order of the last check; it keeps its turn. */
    public void acceptReduce(OrderBook book, long by, BookSink out) {
        long left = found.quantity() - by;
        if (left <= 0) {
            acceptCancel(book, out);
            return;
        }
        more = more(NewOrder.buys(found.flags()), found.price(), left);
        acceptAmend(book, NewOrder.isMarket(found.flags()) ? 0 : found.price(), left, out);
    }

    /** Whether an order can be cancelled: in every phase. */
    public RejectReason checkCancel(OrderBook book, long id, int participant) {
        return find(book, id, participant);
    }

    /** Cancels the order of the last check. */
    public void acceptCancel(OrderBook book, BookSink out) {
        matching.end(book, found, Ending.CANCELLED, out);
        book.tellTop(out);
    }
}
