package org.gavel.exchange.engine.book.resting;

/** A resting order as it stood when {@link OrderStore#read} last looked. Reused. */
public final class RestingOrder {
    int slot = Orders.NONE;
    long id;

    /** Participant and instrument. */
    long owner;

    int position;
    int flags;
    long price;
    long quantity;

    public int slot() {
        return slot;
    }

    public long id() {
        return id;
    }

    /** Whether it is this participant's order in this instrument. */
    public boolean isOf(int instrument, int participant) {
        return owner == Records.both(participant, instrument);
    }

    public int participant() {
        return Records.upper(owner);
    }

    /** Where its holds are booked. */
    public int position() {
        return position;
    }

    /** What the book keeps with the order; its meaning is the book's. */
    public int flags() {
        return flags;
    }

    /** Fen a unit: the limit; of a market order the farthest price it can trade at. */
    public long price() {
        return price;
    }

    /** Units still open. */
    public long quantity() {
        return quantity;
    }
}
