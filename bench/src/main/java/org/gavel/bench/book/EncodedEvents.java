package org.gavel.bench.book;

import org.agrona.concurrent.UnsafeBuffer;
import org.gavel.exchange.engine.book.BookSink;
import org.gavel.protocol.event.Ending;
import org.gavel.protocol.value.BookPhase;

/** Writes every event with all it says into a buffer, whole words, as the event log gets them, and tallies trades. */
final class EncodedEvents implements BookSink {
    private static final int SIZE = 1 << 15;
    private static final int LONGEST = 128;

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[SIZE]);
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
        buffer.putLong(from, length | (long) template << 16 | (long) index++ << 32);
        buffer.putLong(from + 8, sequence);
        buffer.putLong(from + 16, both(instrument, participant));
        at = from + 24 + length;
        return from + 24;
    }

    private static long both(int first, int second) {
        return (first & 0xFFFF_FFFFL) | (long) second << 32;
    }

    @Override
    public void accepted(int instrument, long order, int participant, boolean buys, long price, long quantity) {
        int from = header(1, 32, instrument, participant);
        buffer.putLong(from, order);
        buffer.putLong(from + 8, price);
        buffer.putLong(from + 16, quantity);
        buffer.putLong(from + 24, buys ? 1 : 0);
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
        int from = header(2, 48, instrument, takerBuys ? 1 : 0);
        buffer.putLong(from, price);
        buffer.putLong(from + 8, quantity);
        buffer.putLong(from + 16, maker);
        buffer.putLong(from + 24, taker);
        buffer.putLong(from + 32, both(makerParticipant, takerParticipant));
        buffer.putLong(from + 40, released);
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
        int from = header(3, 40, instrument, participant);
        buffer.putLong(from, order);
        buffer.putLong(from + 8, price);
        buffer.putLong(from + 16, quantity);
        buffer.putLong(from + 24, keptPriority ? 1 : 0);
        buffer.putLong(from + 32, held);
    }

    @Override
    public void ended(int instrument, long order, int participant, long quantity, Ending why, long released) {
        int from = header(4, 32, instrument, participant);
        buffer.putLong(from, order);
        buffer.putLong(from + 8, quantity);
        buffer.putLong(from + 16, why == Ending.CANCELLED ? 1 : 2);
        buffer.putLong(from + 24, released);
    }

    @Override
    public void topOfBook(int instrument, long bid, long bidQuantity, long ask, long askQuantity) {
        int from = header(5, 32, instrument, 0);
        buffer.putLong(from, bid);
        buffer.putLong(from + 8, bidQuantity);
        buffer.putLong(from + 16, ask);
        buffer.putLong(from + 24, askQuantity);
    }

    @Override
    public void phased(int instrument, BookPhase phase, long price) {
        throw new IllegalStateException("no call in this stream");
    }
}
