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

    private static final int PAGE_BITS = 14;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int PAGE_MASK = PAGE - 1;

    /** An order is as long as a line of memory; a page begins where, in a large array, such a line does. */
    private static final int WORDS = 8;

    private static final int MARGIN = 6;

    private static final int ID = MARGIN;
    private static final int QUANTITY = MARGIN + 1;
    private static final int PRICE = MARGIN + 2;

    /** Participant and instrument. */
    private static final int OWNER = MARGIN + 3;

    /** Next and previous at the price. */
    private static final int QUEUE = MARGIN + 4;

    /** Level and position. */
    private static final int PLACE = MARGIN + 5;

    /** Flags and place among the expiries. */
    private static final int NATURE = MARGIN + 6;

    /** Next and previous of the position. */
    private static final int OWN = MARGIN + 7;

    private static final long LOWER = 0xFFFF_FFFFL;

    private long[][] pages = new long[1][];

    /** Connections of the orders that end with theirs; pages are made where the first such order is. */
    private long[][] connections = {};

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
        if (page == pages.length) {
            pages = Arrays.copyOf(pages, page * 2);
        }
        if (pages[page] == null) {
            pages[page] = new long[PAGE * WORDS + MARGIN];
        }
    }

    private long get(int slot, int word) {
        return pages[slot >>> PAGE_BITS][(slot & PAGE_MASK) * WORDS + word];
    }

    private void put(int slot, int word, long value) {
        pages[slot >>> PAGE_BITS][(slot & PAGE_MASK) * WORDS + word] = value;
    }

    private int upper(int slot, int word) {
        return (int) (get(slot, word) >>> 32);
    }

    private int lower(int slot, int word) {
        return (int) get(slot, word);
    }

    private void upper(int slot, int word, int value) {
        long[] page = pages[slot >>> PAGE_BITS];
        int at = (slot & PAGE_MASK) * WORDS + word;
        page[at] = (page[at] & LOWER) | ((long) value << 32);
    }

    private void lower(int slot, int word, int value) {
        long[] page = pages[slot >>> PAGE_BITS];
        int at = (slot & PAGE_MASK) * WORDS + word;
        page[at] = (page[at] & ~LOWER) | (value & LOWER);
    }

    private static long both(int upper, int lower) {
        return ((long) upper << 32) | (lower & LOWER);
    }

    /** Puts the order into its level's queue. */
    void queue(int slot, int level, int previous, int next) {
        long[] page = pages[slot >>> PAGE_BITS];
        int at = (slot & PAGE_MASK) * WORDS;
        page[at + QUEUE] = both(next, previous);
        page[at + PLACE] = (page[at + PLACE] & LOWER) | ((long) level << 32);
    }

    /** Sets price and open units. */
    void terms(int slot, long price, long quantity) {
        long[] page = pages[slot >>> PAGE_BITS];
        int at = (slot & PAGE_MASK) * WORDS;
        page[at + PRICE] = price;
        page[at + QUANTITY] = quantity;
    }

    /** Names the order and whose it is: the participant, and the position its holds are booked on. */
    void identify(int slot, long id, int instrument, int participant, int position, int flags) {
        long[] page = pages[slot >>> PAGE_BITS];
        int at = (slot & PAGE_MASK) * WORDS;
        page[at + ID] = id;
        page[at + OWNER] = both(participant, instrument);
        page[at + PLACE] = both(NONE, position);
        page[at + NATURE] = both(flags, NONE);
    }

    /** The connection whose end ends the order; only of one that was given one. */
    public long connection(int slot) {
        return connections[slot >>> PAGE_BITS][slot & PAGE_MASK];
    }

    /** Notes the connection whose end ends the order. */
    public void connection(int slot, long connection) {
        int page = slot >>> PAGE_BITS;
        if (page >= connections.length) {
            connections = Arrays.copyOf(connections, pages.length);
        }
        if (connections[page] == null) {
            connections[page] = new long[PAGE];
        }
        connections[page][slot & PAGE_MASK] = connection;
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

    public int instrument(int slot) {
        return lower(slot, OWNER);
    }

    public int participant(int slot) {
        return upper(slot, OWNER);
    }

    public int position(int slot) {
        return lower(slot, PLACE);
    }

    /** What the book keeps with the order; its meaning is the book's. */
    public int flags(int slot) {
        return upper(slot, NATURE);
    }

    /** The order behind this one at its price, or {@link #NONE}. */
    public int next(int slot) {
        return upper(slot, QUEUE);
    }

    void next(int slot, int next) {
        upper(slot, QUEUE, next);
    }

    int previous(int slot) {
        return lower(slot, QUEUE);
    }

    void previous(int slot, int previous) {
        lower(slot, QUEUE, previous);
    }

    int level(int slot) {
        return upper(slot, PLACE);
    }

    int nextOwn(int slot) {
        return upper(slot, OWN);
    }

    void nextOwn(int slot, int next) {
        upper(slot, OWN, next);
    }

    int previousOwn(int slot) {
        return lower(slot, OWN);
    }

    void previousOwn(int slot, int previous) {
        lower(slot, OWN, previous);
    }

    /** The order's place among the {@link Expiries} of its book, or {@link #NONE}. */
    int expiry(int slot) {
        return lower(slot, NATURE);
    }

    void expiry(int slot, int place) {
        lower(slot, NATURE, place);
    }
}
