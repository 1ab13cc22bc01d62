package org.gavel.exchange.engine.book;

import org.gavel.protocol.event.Ending;
import org.gavel.protocol.value.BookPhase;

/** Takes whatever happens in a book and says nothing; whoever wants to hear of something overrides it. */
class SilentBookSink implements BookSink {
    /** Anything happened that is not overridden. */
    void other() {}

    @Override
    public void accepted(int instrument, long order, int participant, boolean buys, long price, long quantity) {
        other();
    }

    @Override
    public void traded(
            int instrument,
            long price,
            long quantity,
            long maker,
            int makerParticipant,
            long taker,
            int takerParticipant,
            boolean takerBuys,
            long released) {
        other();
    }

    @Override
    public void crossed(
            int instrument,
            long price,
            long quantity,
            long buyOrder,
            int buyer,
            long sellOrder,
            int seller,
            long released) {
        other();
    }

    @Override
    public void amended(
            int instrument, long order, int participant, long price, long quantity, boolean keptPriority, long held) {
        other();
    }

    @Override
    public void ended(int instrument, long order, int participant, long quantity, Ending why, long released) {
        other();
    }

    @Override
    public void topOfBook(int instrument, long bid, long bidQuantity, long ask, long askQuantity) {
        other();
    }

    @Override
    public void phased(int instrument, BookPhase phase, long price) {
        other();
    }
}
