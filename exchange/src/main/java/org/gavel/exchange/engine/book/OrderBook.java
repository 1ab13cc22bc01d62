package org.gavel.exchange.engine.book;

import org.gavel.exchange.engine.book.resting.BookSide;
import org.gavel.exchange.engine.book.resting.Expiries;
import org.gavel.exchange.engine.book.resting.OrderStore;
import org.gavel.exchange.engine.book.resting.Orders;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.value.BookPhase;
import org.gavel.protocol.value.Money;

/**
 * The book of one instrument: its two sides, its phase and what prices it takes. A few hundred bytes while it is
 * empty; orders and levels are in the store all books share. {@link OrderDesk} and {@link CallAuction} trade in it.
 */
public final class OrderBook {
    private static final long WHOLE = 10_000;

    private final int instrument;
    private final Orders orders;
    private final BookSide bids;
    private final BookSide asks;

    /** Both, to be chosen from without a branch: whether the next order buys is what nobody can foresee. */
    private final BookSide[] sides;

    private final Expiries expiries;

    private BookPhase phase = BookPhase.CONTINUOUS;
    private long tick = 1;
    private long lowest = 1;
    private long highest = Money.MAX_FEN;
    private int bandBasisPoints;
    private long reference;
    private long bandLow;
    private long bandHigh = Long.MAX_VALUE;

    private long toldBid;
    private long toldBidQuantity;
    private long toldAsk;
    private long toldAskQuantity;

    /** An empty book in continuous trading, with a tick of one fen and no limits. */
    public OrderBook(int instrument, OrderStore store) {
        this.instrument = instrument;
        this.orders = store.orders();
        this.bids = new BookSide(store, true);
        this.asks = new BookSide(store, false);
        this.sides = new BookSide[] {asks, bids};
        this.expiries = new Expiries(store);
    }

    public int instrument() {
        return instrument;
    }

    public BookPhase phase() {
        return phase;
    }

    /** Sets the phase without a word; {@link CallAuction} turns a book and says so. */
    public void phase(BookPhase phase) {
        this.phase = phase;
    }

    /** Buy orders; best prices and quantities (L1) are read here. */
    public BookSide bids() {
        return bids;
    }

    /** Sell orders. */
    public BookSide asks() {
        return asks;
    }

    BookSide side(boolean buys) {
        return sides[buys ? 1 : 0];
    }

    Expiries expiries() {
        return expiries;
    }

    /** When the next order of the book ends by itself, or {@link Expiries#NEVER}. */
    public long nextDue() {
        return expiries.nextDue();
    }

    public long tick() {
        return tick;
    }

    /** The lowest price an order can have. */
    public long lowest() {
        return lowest;
    }

    /** The highest price an order can have; a market order to buy holds this much for each unit. */
    public long highest() {
        return highest;
    }

    /** The last price traded at or set; 0 where there is none. */
    public long reference() {
        return reference;
    }

    /** What prices the book takes, for good: set before its first order, and checked where they are announced. */
    public void acceptLimits(long tick, long lowest, long highest) {
        this.tick = tick;
        this.lowest = lowest;
        this.highest = highest;
    }

    /** How far continuous trading may go to either side of the reference, in hundredths of a percent; 0 is no band. */
    public void acceptBand(int basisPoints) {
        bandBasisPoints = basisPoints;
        reference(reference);
    }

    /** Sets the price the band lies around and that decides between equal prices of a call; 0 for none. */
    public void reference(long price) {
        reference = price;
        boolean isBanded = bandBasisPoints > 0 && price > 0;
        bandLow = isBanded ? price - price * bandBasisPoints / WHOLE : 0;
        bandHigh = isBanded ? price + price * bandBasisPoints / WHOLE : Long.MAX_VALUE;
    }

    /** Whether continuous trading may trade at a price; outside it a call begins. */
    public boolean isInBand(long price) {
        return price >= bandLow && price <= bandHigh;
    }

    /** Reads at most so many levels of a side, best first (L2). */
    public void depth(boolean buys, int levels, BookReader reader) {
        BookSide side = side(buys);
        int level = side.best();
        for (int i = 0; i < levels && level != BookSide.NONE; i++) {
            reader.level(side.price(level), side.quantity(level), side.count(level));
            level = side.next(level);
        }
    }

    /** Reads all orders of a side in the order they would trade (L3). */
    public void orders(boolean buys, BookReader reader) {
        BookSide side = side(buys);
        read(side.firstMarket(), true, reader);
        for (int level = side.best(); level != BookSide.NONE; level = side.next(level)) {
            read(side.first(level), false, reader);
        }
    }

    private void read(int first, boolean market, BookReader reader) {
        for (int slot = first; slot != Orders.NONE; slot = orders.next(slot)) {
            reader.order(
                    orders.id(slot), orders.participant(slot), market ? 0 : orders.price(slot), orders.quantity(slot));
        }
    }

    /** Tells the top of the book where it is not what was told before. */
    void tellTop(BookSink out) {
        if (bids.isStirred() || asks.isStirred()) {
            bids.settle();
            asks.settle();
            tellStirred(out);
        }
    }

    private void tellStirred(BookSink out) {
        long bid = bids.bestPrice();
        long bidQuantity = bids.bestQuantity();
        long ask = asks.bestPrice();
        long askQuantity = asks.bestQuantity();
        boolean isTold =
                bid == toldBid && bidQuantity == toldBidQuantity && ask == toldAsk && askQuantity == toldAskQuantity;
        if (isTold) {
            return;
        }
        toldBid = bid;
        toldBidQuantity = bidQuantity;
        toldAsk = ask;
        toldAskQuantity = askQuantity;
        out.topOfBook(instrument, bid, bidQuantity, ask, askQuantity);
    }

    /** Terms, phase and every order with all it knows, in the order they would trade. */
    public void writeTo(StateWriter out) {
        out.put(instrument).put(phase.code()).put(tick).put(lowest).put(highest);
        out.put(bandBasisPoints).put(reference);
        out.put(toldBid).put(toldBidQuantity).put(toldAsk).put(toldAskQuantity);
        write(bids, out);
        write(asks, out);
    }

    private void write(BookSide side, StateWriter out) {
        write(side.firstMarket(), out);
        for (int level = side.best(); level != BookSide.NONE; level = side.next(level)) {
            write(side.first(level), out);
        }
        out.put(false);
    }

    private void write(int first, StateWriter out) {
        for (int slot = first; slot != Orders.NONE; slot = orders.next(slot)) {
            out.put(true).put(orders.id(slot)).put(orders.participant(slot));
            out.put(orders.price(slot)).put(orders.quantity(slot));
            out.put(orders.flags(slot)).put(expiries.timeOf(slot));
            if (NewOrder.endsOnDisconnect(orders.flags(slot))) {
                out.put(orders.connection(slot));
            }
        }
    }
}
