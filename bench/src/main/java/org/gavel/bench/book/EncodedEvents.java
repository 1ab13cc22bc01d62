package org.gavel.bench.book;

import org.agrona.concurrent.UnsafeBuffer;
import org.gavel.exchange.engine.book.BookSink;
import org.gavel.protocol.event.Ending;
import org.gavel.protocol.value.BookPhase;

/** Writes every event with a header of 24 bytes into a buffer, as the event log would get them, and tallies trades. */
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

    private int header(int template, int length, int instrument) {
        int from = at > SIZE - LONGEST ? 0 : at;
        buffer.putShort(from, (short) length);
        buffer.putShort(from + 2, (short) template);
        buffer.putInt(from + 4, index++);
        buffer.putLong(from + 8, sequence);
        buffer.putInt(from + 16, instrument);
        at = from + 24 + length;
        return from + 24;
    }

    @Override
    public void accepted(int instrument, long order, int participant, boolean buys, long price, long quantity) {
        int from = header(1, 32, instrument);
        buffer.putLong(from, order);
        buffer.putLong(from + 8, price);
        buffer.putLong(from + 16, quantity);
        buffer.putInt(from + 24, participant);
        buffer.putInt(from + 28, buys ? 1 : 0);
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
        int from = header(2, 44, instrument);
        buffer.putLong(from, price);
        buffer.putLong(from + 8, quantity);
        buffer.putLong(from + 16, maker);
        buffer.putLong(from + 24, taker);
        buffer.putInt(from + 32, makerParticipant);
        buffer.putInt(from + 36, takerParticipant);
        buffer.putInt(from + 40, takerBuys ? 1 : 0);
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
        int from = header(3, 32, instrument);
        buffer.putLong(from, order);
        buffer.putLong(from + 8, price);
        buffer.putLong(from + 16, quantity);
        buffer.putInt(from + 24, participant);
        buffer.putInt(from + 28, keptPriority ? 1 : 0);
    }

    @Override
    public void ended(int instrument, long order, int participant, long quantity, Ending why, long released) {
        int from = header(4, 24, instrument);
        buffer.putLong(from, order);
        buffer.putLong(from + 8, quantity);
        buffer.putInt(from + 16, participant);
        buffer.putInt(from + 20, why == Ending.CANCELLED ? 1 : 2);
    }

    @Override
    public void topOfBook(int instrument, long bid, long bidQuantity, long ask, long askQuantity) {
        int from = header(5, 32, instrument);
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
