package org.gavel.exchange.engine.book.resting;

import java.util.Arrays;

/** A pool of price levels: each a queue of orders at one price, first come first, with its total. */
final class Levels {
    static final int NONE = -1;

    private static final int PAGE_BITS = 10;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int PAGE_MASK = PAGE - 1;

    private static final int LONGS = 2;
    private static final int PRICE = 0;
    private static final int QUANTITY = 1;

    private static final int INTS = 4;
    private static final int HEAD = 0;
    private static final int TAIL = 1;
    private static final int COUNT = 2;
    private static final int LEAF = 3;

    private final Orders orders;
    private long[][] longs = new long[1][];
    private int[][] ints = new int[1][];
    private int used;
    private int free = NONE;

    Levels(Orders orders) {
        this.orders = orders;
    }

    /** An empty level; {@code leaf} is the node of the tree it hangs on. */
    int take(long price, int leaf) {
        int level = free;
        if (level != NONE) {
            free = getInt(level, LEAF);
        } else {
            level = used++;
            addPageFor(level);
        }
        long[] page = longs[level >>> PAGE_BITS];
        int at = (level & PAGE_MASK) * LONGS;
        page[at + PRICE] = price;
        page[at + QUANTITY] = 0;
        int[] words = ints[level >>> PAGE_BITS];
        int from = (level & PAGE_MASK) * INTS;
        words[from + HEAD] = Orders.NONE;
        words[from + TAIL] = Orders.NONE;
        words[from + COUNT] = 0;
        words[from + LEAF] = leaf;
        return level;
    }

    void free(int level) {
        putInt(level, LEAF, free);
        free = level;
    }

    private void addPageFor(int level) {
        int page = level >>> PAGE_BITS;
        if (page == longs.length) {
            longs = Arrays.copyOf(longs, page * 2);
            ints = Arrays.copyOf(ints, page * 2);
        }
        if (longs[page] == null) {
            longs[page] = new long[PAGE * LONGS];
            ints[page] = new int[PAGE * INTS];
        }
    }

    private int getInt(int level, int word) {
        return ints[level >>> PAGE_BITS][(level & PAGE_MASK) * INTS + word];
    }

    private void putInt(int level, int word, int value) {
        ints[level >>> PAGE_BITS][(level & PAGE_MASK) * INTS + word] = value;
    }

    long price(int level) {
        return longs[level >>> PAGE_BITS][(level & PAGE_MASK) * LONGS + PRICE];
    }

    /** Units open at this price. */
    long quantity(int level) {
        return longs[level >>> PAGE_BITS][(level & PAGE_MASK) * LONGS + QUANTITY];
    }

    void addQuantity(int level, long quantity) {
        longs[level >>> PAGE_BITS][(level & PAGE_MASK) * LONGS + QUANTITY] += quantity;
    }

    int head(int level) {
        return getInt(level, HEAD);
    }

    int count(int level) {
        return getInt(level, COUNT);
    }

    int leaf(int level) {
        return getInt(level, LEAF);
    }

    /** Puts an order behind all others of the level. */
    void append(int level, int slot) {
        int[] words = ints[level >>> PAGE_BITS];
        int at = (level & PAGE_MASK) * INTS;
        int tail = words[at + TAIL];
        orders.level(slot, level);
        orders.previous(slot, tail);
        orders.next(slot, Orders.NONE);
        if (tail == Orders.NONE) {
            words[at + HEAD] = slot;
        } else {
            orders.next(tail, slot);
        }
        words[at + TAIL] = slot;
        words[at + COUNT]++;
        addQuantity(level, orders.quantity(slot));
    }

    /** Takes an order out; answers whether the level is empty now. */
    boolean unlink(int level, int slot) {
        int[] words = ints[level >>> PAGE_BITS];
        int at = (level & PAGE_MASK) * INTS;
        int previous = orders.previous(slot);
        int next = orders.next(slot);
        if (previous == Orders.NONE) {
            words[at + HEAD] = next;
        } else {
            orders.next(previous, next);
        }
        if (next == Orders.NONE) {
            words[at + TAIL] = previous;
        } else {
            orders.previous(next, previous);
        }
        addQuantity(level, -orders.quantity(slot));
        return --words[at + COUNT] == 0;
    }
}
