package org.gavel.exchange.engine.book;

/** Reads a book's levels (L2) or its orders (L3), whichever it is made for, from the best on. */
public interface BookReader {
    /** A price level: fen a unit, units open, orders. */
    default void level(long price, long quantity, int orders) {
        throw new IllegalStateException("reads orders, no levels");
    }

    /** A resting order in its turn; the price of a market order is 0. */
    default void order(long order, int participant, long price, long quantity) {
        throw new IllegalStateException("reads levels, no orders");
    }
}
