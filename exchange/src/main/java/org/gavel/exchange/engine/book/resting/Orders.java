package org.gavel.exchange.engine.book.resting;

import java.util.Arrays;

/**
 * The orders of a venue, each a slot number among the {@link Records}. A slot's words mean nothing once it is free. At
 * most {@link #MAX_ORDERS} at a time.
 */
public final class Orders {
    /** No order. */
    public static final int NONE = Records.NONE;

    /** How many orders can rest in all books of a venue together. */
    public static final int MAX_ORDERS = 1 << 22;

    /** Open units, of a level those of all its orders. */
    static final int QUANTITY = 2;

    static final int PRICE = 3;

    /** Level and position. */
    static final int PLACE = 1;

    /** Participant and instrument. */
    private static final int OWNER = 4;

    /** Flags and place among the expiries. */
    private static final int NATURE = 5;

    private static final int ID = 6;

    /** Next and previous of the position. */
    private static final int OWN = 7;

    private static final int PAGE_BITS = 14;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int PAGE_MASK = PAGE - 1;

    private final Records records;

    /** Connections of the orders that end with theirs; pages are made where the first such order is. */
    private long[][] connections = {};

    private int size;

    Orders(Records records) {
        this.records = records;
    }

    /** How many orders there are. */
    public int size() {
        return size;
    }

    public boolean isFull() {
        return size == MAX_ORDERS;
    }

    /** A slot for an order that is in no queue yet. */
    int take() {
        size++;
        return records.take();
    }

    void free(int slot) {
        records.free(slot);
        size--;
    }

    /** Names the order and whose it is: the participant, and the position its holds are booked on. */
    void identify(int slot, long id, int instrument, int participant, int position, int flags) {
        long[] words = records.words();
        int at = Records.at(slot);
        words[at + ID] = id;
        words[at + OWNER] = Records.both(participant, instrument);
        words[at + PLACE] = Records.both(NONE, position);
        words[at + NATURE] = Records.both(flags, NONE);
    }

    /** Reads an order with one look at its line of memory. */
    void read(int slot, RestingOrder into) {
        long[] words = records.words();
        int at = Records.at(slot);
        into.slot = slot;
        into.id = words[at + ID];
        into.owner = words[at + OWNER];
        into.position = (int) words[at + PLACE];
        into.flags = Records.upper(words[at + NATURE]);
        into.price = words[at + PRICE];
        into.quantity = words[at + QUANTITY];
    }

    /** The connection whose end ends the order; only of one that was given one. */
    public long connection(int slot) {
        return connections[slot >>> PAGE_BITS][slot & PAGE_MASK];
    }

    /** Notes the connection whose end ends the order. */
    public void connection(int slot, long connection) {
        int page = slot >>> PAGE_BITS;
        if (page >= connections.length) {
            connections = Arrays.copyOf(connections, Math.max(page + 1, connections.length * 2));
        }
        if (connections[page] == null) {
            connections[page] = new long[PAGE];
        }
        connections[page][slot & PAGE_MASK] = connection;
    }

    public long id(int slot) {
        return records.get(slot, ID);
    }

    /** Units still open. */
    public long quantity(int slot) {
        return records.get(slot, QUANTITY);
    }

    void quantity(int slot, long quantity) {
        records.put(slot, QUANTITY, quantity);
    }

    /** Fen a unit: the limit; of a market order the farthest price it can trade at. */
    public long price(int slot) {
        return records.get(slot, PRICE);
    }

    public int participant(int slot) {
        return records.upper(slot, OWNER);
    }

    public int position(int slot) {
        return records.lower(slot, PLACE);
    }

    /** What the book keeps with the order; its meaning is the book's. */
    public int flags(int slot) {
        return records.upper(slot, NATURE);
    }

    /** The order behind this one at its price, or {@link #NONE}. */
    public int next(int slot) {
        int next = records.upper(slot, Records.RING);
        return next == level(slot) ? NONE : next;
    }

    int level(int slot) {
        return records.upper(slot, PLACE);
    }

    int nextOwn(int slot) {
        return records.upper(slot, OWN);
    }

    void nextOwn(int slot, int next) {
        records.upper(slot, OWN, next);
    }

    int previousOwn(int slot) {
        return records.lower(slot, OWN);
    }

    void previousOwn(int slot, int previous) {
        records.lower(slot, OWN, previous);
    }

    /** The order's place among the {@link Expiries} of its book, or {@link #NONE}. */
    int expiry(int slot) {
        return records.lower(slot, NATURE);
    }

    void expiry(int slot, int place) {
        records.lower(slot, NATURE, place);
    }
}
