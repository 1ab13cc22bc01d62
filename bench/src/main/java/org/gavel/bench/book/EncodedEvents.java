package org.gavel.bench.book;

import org.gavel.exchange.engine.book.BookSink;
import org.gavel.protocol.event.Ending;
import org.gavel.protocol.value.BookPhase;

/** Writes every event down with all it says, in whole words but not in the event log's encoding, and tallies trades. */
final class EncodedEvents implements BookSink {
    private static final int SIZE = 1 << 12;
    private static final int LONGEST = 16;
    private static final int HEADER = 3;

    private final long[] words = new long[SIZE];
    private Tally tally = new Tally();
    private long sequence;
    private int index;
    private int at;

    void begin(Tally tally) {
        this.tally = tally;
    }

    /** The events of the next command follow. */
    void command(long sequence) {
        this.sequence = sequence;
        index = 0;
    }

    /** Length, template and index in the command; the command; the instrument and, beside it, whose event it is. */
    private int header(int template, int length, int instrument, int participant) {
        int from = at > SIZE - LONGEST ? 0 : at;
        words[from] = length | (long) template << 16 | (long) index++ << 32;
        words[from + 1] = sequence;
        words[from + 2] = both(instrument, participant);
        at = from + HEADER + length;
        return from + HEADER;
    }

    private static long both(int first, int second) {
        return (first & 0xFFFF_FFFFL) | (long) second << 32;
    }

    @Override
    public void accepted(int instrument, long order, int participant, boolean buys, long price, long quantity) {
        int from = header(1, 4, instrument, participant);
        words[from] = order;
        words[from + 1] = price;
        words[from + 2] = quantity;
        words[from + 3] = buys ? 1 : 0;
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
        int from = header(2, 6, instrument, takerBuys ? 1 : 0);
        words[from] = price;
        words[from + 1] = quantity;
        words[from + 2] = maker;
        words[from + 3] = taker;
        words[from + 4] = both(makerParticipant, takerParticipant);
        words[from + 5] = released;
        tally.trade(maker, taker, price, quantity);
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
        throw new IllegalStateException("no call in this stream");
    }

    @Override
    public void amended(
            int instrument, long order, int participant, long price, long quantity, boolean keptPriority, long held) {
        int from = header(3, 5, instrument, participant);
        words[from] = order;
        words[from + 1] = price;
        words[from + 2] = quantity;
        words[from + 3] = keptPriority ? 1 : 0;
        words[from + 4] = held;
    }

    @Override
    public void ended(int instrument, long order, int participant, long quantity, Ending why, long released) {
        int from = header(4, 4, instrument, participant);
        words[from] = order;
        words[from + 1] = quantity;
        words[from + 2] = why == Ending.CANCELLED ? 1 : 2;
        words[from + 3] = released;
    }

    @Override
    public void topOfBook(int instrument, long bid, long bidQuantity, long ask, long askQuantity) {
        int from = header(5, 4, instrument, 0);
        words[from] = bid;
        words[from + 1] = bidQuantity;
        words[from + 2] = ask;
        words[from + 3] = askQuantity;
    }

    @Override
    public void phased(int instrument, BookPhase phase, long price) {
        throw new IllegalStateException("no call in this stream");
    }
}
