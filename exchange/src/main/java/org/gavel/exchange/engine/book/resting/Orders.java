package org.gavel.exchange.engine.book.resting;

import java.util.Arrays;

/**
 * A pool of orders, each a slot number: its words stand together in pages that never move, so growing copies nothing.
 * A slot's words mean nothing once it is free. At most {@link #MAX_ORDERS} at a time.
 */
public final class Orders {
    /** No order. */
    public static final int NONE = -1;

    /** How many orders can rest in all books of a venue together. */
    public static final int MAX_ORDERS = 1 << 22;

    private static final int PAGE_BITS = 12;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int PAGE_MASK = PAGE - 1;

    private static final int LONGS = 4;
    private static final int ID = 0;
    private static final int QUANTITY = 1;
    private static final int PRICE = 2;
    private static final int OWNER = 3;

    private static final int INTS = 8;
    private static final int NEXT = 0;
    private static final int PREVIOUS = 1;
    private static final int LEVEL = 2;
    private static final int NEXT_OWN = 3;
    private static final int PREVIOUS_OWN = 4;
    private static final int POSITION = 5;
    private static final int FLAGS = 6;
    private static final int EXPIRY = 7;

    private long[][] longs = new long[1][];
    private int[][] ints = new int[1][];
    private int used;
    private int size;
    private int free = NONE;

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
        int slot = free;
        if (slot != NONE) {
            free = next(slot);
        } else {
            slot = used++;
            addPageFor(slot);
        }
        return slot;
    }

    void free(int slot) {
        next(slot, free);
        free = slot;
        size--;
    }

    private void addPageFor(int slot) {
        int page = slot >>> PAGE_BITS;
        if (page == longs.length) {
            longs = Arrays.copyOf(longs, page * 2);
            ints = Arrays.copyOf(ints, page * 2);
        }
        if (longs[page] == null) {
            longs[page] = new long[PAGE * LONGS];
            ints[page] = new int[PAGE * INTS];
        }
    }

    private long get(int slot, int word) {
        return longs[slot >>> PAGE_BITS][(slot & PAGE_MASK) * LONGS + word];
    }

    private void put(int slot, int word, long value) {
        longs[slot >>> PAGE_BITS][(slot & PAGE_MASK) * LONGS + word] = value;
    }

    private int getInt(int slot, int word) {
        return ints[slot >>> PAGE_BITS][(slot & PAGE_MASK) * INTS + word];
    }

    private void putInt(int slot, int word, int value) {
        ints[slot >>> PAGE_BITS][(slot & PAGE_MASK) * INTS + word] = value;
    }

    /** Names the order and whose it is: the participant, and the position its holds are booked on. */
    void identify(int slot, long id, int instrument, int participant, int position) {
        long[] page = longs[slot >>> PAGE_BITS];
        int at = (slot & PAGE_MASK) * LONGS;
        page[at + ID] = id;
        page[at + OWNER] = (long) participant << 32 | instrument & 0xFFFF_FFFFL;
        putInt(slot, POSITION, position);
        putInt(slot, EXPIRY, NONE);
    }

    public long id(int slot) {
        return get(slot, ID);
    }

    /** Units still open. */
    public long quantity(int slot) {
        return get(slot, QUANTITY);
    }

    void quantity(int slot, long quantity) {
        put(slot, QUANTITY, quantity);
    }

    /** Fen a unit: the limit; of a market order the farthest price it can trade at. */
    public long price(int slot) {
        return get(slot, PRICE);
    }

    void price(int slot, long price) {
        put(slot, PRICE, price);
    }

    public int instrument(int slot) {
        return (int) get(slot, OWNER);
    }

    public int participant(int slot) {
        return (int) (get(slot, OWNER) >>> 32);
    }

    public int position(int slot) {
        return getInt(slot, POSITION);
    }

    /** What the book keeps with the order; its meaning is the book's. */
    public int flags(int slot) {
        return getInt(slot, FLAGS);
    }

    void flags(int slot, int flags) {
        putInt(slot, FLAGS, flags);
    }

    /** The order behind this one at its price, or {@link #NONE}. */
    public int next(int slot) {
        return getInt(slot, NEXT);
    }

    void next(int slot, int next) {
        putInt(slot, NEXT, next);
    }

    int previous(int slot) {
        return getInt(slot, PREVIOUS);
    }

    void previous(int slot, int previous) {
        putInt(slot, PREVIOUS, previous);
    }

    int level(int slot) {
        return getInt(slot, LEVEL);
    }

    void level(int slot, int level) {
        putInt(slot, LEVEL, level);
    }

    int nextOwn(int slot) {
        return getInt(slot, NEXT_OWN);
    }

    void nextOwn(int slot, int next) {
        putInt(slot, NEXT_OWN, next);
    }

    int previousOwn(int slot) {
        return getInt(slot, PREVIOUS_OWN);
    }

    void previousOwn(int slot, int previous) {
        putInt(slot, PREVIOUS_OWN, previous);
    }

    /** The order's place among the {@link Expiries} of its book, or {@link #NONE}. */
    int expiry(int slot) {
        return getInt(slot, EXPIRY);
    }

    void expiry(int slot, int place) {
        putInt(slot, EXPIRY, place);
    }
}
