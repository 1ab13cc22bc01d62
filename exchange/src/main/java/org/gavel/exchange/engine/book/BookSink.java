package org.gavel.exchange.engine.book;

import org.gavel.protocol.event.Ending;
import org.gavel.protocol.value.BookPhase;

/**
 * Takes what happens in a book, in order, as primitive arguments so that nothing is allocated. Prices are fen a unit,
 * quantities units. Called on the engine's thread; must neither block nor call back.
 */
public interface BookSink {
    /** A new order is taken; what it does at once follows. The price of a market order is 0. */
    void accepted(int instrument, long order, int participant, boolean buys, long price, long quantity);

    /**
     * A resting order (the maker) and an incoming one (the taker) trade at the maker's price; {@code released} fen had
     * been held by the buyer beyond it.
     */
    void traded(
            int instrument,
            long price,
            long quantity,
            long maker,
            int makerParticipant,
            long taker,
            int takerParticipant,
            boolean takerBuys,
            long released);

    /** Two resting orders trade at the price of a call's cross. */
    void crossed(
            int instrument,
            long price,
            long quantity,
            long buyOrder,
            int buyer,
            long sellOrder,
            int seller,
            long released);

    /** An order has another price or open quantity, and so many fen held; what it does at once follows. */
    void amended(
            int instrument, long order, int participant, long price, long quantity, boolean keptPriority, long held);

    /** An order ends with this quantity unfilled; so many fen held for it are free again. */
    void ended(int instrument, long order, int participant, long quantity, Ending why, long released);

    /** Best prices of limit orders or what is open at them have changed; 0 where a side is empty. */
    void topOfBook(int instrument, long bid, long bidQuantity, long ask, long askQuantity);

    /** The book is in another phase; after a cross with its price, when interrupted with the price outside the band. */
    void phased(int instrument, BookPhase phase, long price);
}
