package org.gavel.bench.book;

import com.paritytrading.parity.match.OrderBook;
import com.paritytrading.parity.match.OrderBookListener;
import com.paritytrading.parity.match.Side;

/**
 * parity-match's book. It has no move, so a move is a cancel and a new order, and no IOC, so the rest is cancelled;
 * what is open of an order it tells only with trades, so that is kept beside it.
 */
final class ParityBook implements Contender, OrderBookListener {
    private long[] open = {};
    private boolean[] buys = {};
    private OrderBook book = new OrderBook(this);
    private Tally tally = new Tally();

    @Override
    public void prepare(OrderStream stream) {
        open = new long[stream.orders() + 1];
        buys = new boolean[stream.orders() + 1];
        book = new OrderBook(this);
    }

    @Override
    public void play(OrderStream stream, Tally into) {
        tally = into;
        for (int at = 0; at < stream.size(); at++) {
            int order = (int) stream.order(at);
            switch (stream.kind(at)) {
                case OrderStream.PLACE -> place(stream, at, order);
                case OrderStream.CANCEL -> end(order);
                case OrderStream.MOVE -> move(order, stream.price(at));
                default -> reduce(order, stream.quantity(at));
            }
        }
    }

    private void place(OrderStream stream, int at, int order) {
        open[order] = stream.quantity(at);
        buys[order] = stream.buys(at);
        book.enter(order, side(order), stream.price(at), stream.quantity(at));
        if (stream.isIoc(at)) {
            end(order);
        }
    }

    private Side side(int order) {
        return buys[order] ? Side.BUY : Side.SELL;
    }

    private void end(int order) {
        if (open[order] > 0) {
            book.cancel(order, 0);
            open[order] = 0;
        }
    }

    private void move(int order, long price) {
        long left = open[order];
        if (left > 0) {
            book.cancel(order, 0);
            book.enter(order, side(order), price, left);
        }
    }

    private void reduce(int order, long by) {
        if (open[order] > 0) {
            open[order] = Math.max(0, open[order] - by);
            book.cancel(order, open[order]);
        }
    }

    @Override
    public void match(long maker, long taker, Side takerSide, long price, long quantity, long makerLeft) {
        open[(int) maker] = makerLeft;
        open[(int) taker] -= quantity;
        tally.trade(maker, taker, price, quantity);
    }

    @Override
    public void add(long order, Side side, long price, long size) {}

    @Override
    public void cancel(long order, long cancelled, long left) {}

    /** The book shows nobody its orders. */
    @Override
    public void show(Tally tally) {}
}
