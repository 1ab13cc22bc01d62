package org.gavel.exchange.engine.book;

/** Reads a book's levels (L2) and orders (L3) from the best on. */
public interface BookReader {
    /** A price level: fen a unit, units open, orders. */
    void level(long price, long quantity, int orders);

    /** A resting order in its turn; the price of a market order is 0. */
    void order(long order, int participant, long price, long quantity);
}
