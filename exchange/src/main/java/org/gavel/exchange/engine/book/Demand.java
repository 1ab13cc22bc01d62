package org.gavel.exchange.engine.book;

import org.gavel.exchange.engine.book.resting.BookSide;

/** One side of a call while its price is looked for: how much of it trades, level by level, and what comes next. */
final class Demand {
    private BookSide side;
    private long market;
    private int level;
    private long atLevel;
    private long lastLimit;

    void begin(BookSide side) {
        this.side = side;
        market = side.marketQuantity();
        lastLimit = 0;
        at(side.best());
    }

    private void at(int level) {
        this.level = level;
        atLevel = level == BookSide.NONE ? 0 : side.quantity(level);
    }

    /** Units of the next level that do not trade yet, or of the market orders before all levels. */
    long left() {
        return market > 0 ? market : atLevel;
    }

    /** The worst limit of which anything trades, or 0. */
    long lastLimit() {
        return lastLimit;
    }

    /** The best limit of which something does not trade, or 0. */
    long limit() {
        return level == BookSide.NONE ? 0 : side.price(level);
    }

    boolean meets(Demand other) {
        if (left() == 0 || other.left() == 0) {
            return false;
        }
        return market > 0 || other.market > 0 || side.accepts(limit(), other.limit());
    }

    void take(long quantity) {
        if (market > 0) {
            market -= quantity;
            return;
        }
        lastLimit = limit();
        atLevel -= quantity;
        if (atLevel == 0) {
            at(side.next(level));
        }
    }

    /** Units that would not trade though their limit allows the price; beyond two levels only that there are more. */
    long beyond(long price) {
        long quantity = market;
        if (level == BookSide.NONE || !side.accepts(limit(), price)) {
            return quantity;
        }
        quantity += atLevel;
        int next = side.next(level);
        return next != BookSide.NONE && side.accepts(side.price(next), price)
                ? quantity + side.quantity(next)
                : quantity;
    }
}
