package org.gavel.exchange.engine.book.resting;

import java.util.Arrays;

/** A pool of price levels: each a queue of orders at one price, first come first, with its total. */
final class Levels {
    static final int NONE = -1;

    private static final int PAGE_BITS = 14;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int PAGE_MASK = PAGE - 1;

    private static final int WORDS = 4;

    /** Two levels share a line of memory, as {@link Orders} begin one. */
    private static final int MARGIN = 6;

    private static final int PRICE = MARGIN;
    private static final int QUANTITY = MARGIN + 1;

    /** Head and tail. */
    private static final int ENDS = MARGIN + 2;

    /** Leaf, or the next free level, and count. */
    private static final int PLACE = MARGIN + 3;

    private static final long LOWER = 0xFFFF_FFFFL;

    private final Orders orders;
    private long[][] pages = new long[1][];
    private int used;
    private int free = NONE;

    Levels(Orders orders) {
        this.orders = orders;
    }

    /** An empty level; {@code leaf} is the node of the tree it hangs on. */
    int take(long price, int leaf) {
        int level = free;
        if (level != NONE) {
            free = leaf(level);
        } else {
            level = used++;
            addPageFor(level);
        }
        long[] page = page(level);
        int at = at(level);
        page[at + PRICE] = price;
        page[at + QUANTITY] = 0;
        page[at + ENDS] = both(Orders.NONE, Orders.NONE);
        page[at + PLACE] = both(leaf, 0);
        return level;
    }

    void free(int level) {
        page(level)[at(level) + PLACE] = both(free, 0);
        free = level;
    }

    private void addPageFor(int level) {
        int page = level >>> PAGE_BITS;
        if (page == pages.length) {
            pages = Arrays.copyOf(pages, page * 2);
        }
        if (pages[page] == null) {
            pages[page] = new long[PAGE * WORDS + MARGIN];
        }
    }

    private long[] page(int level) {
        return pages[level >>> PAGE_BITS];
    }

    private static int at(int level) {
        return (level & PAGE_MASK) * WORDS;
    }

    private static long both(int upper, int lower) {
        return ((long) upper << 32) | (lower & LOWER);
    }

    long price(int level) {
        return page(level)[at(level) + PRICE];
    }

    /** Units open at this price. */
    long quantity(int level) {
        return page(level)[at(level) + QUANTITY];
    }

    void addQuantity(int level, long quantity) {
        page(level)[at(level) + QUANTITY] += quantity;
    }

    int head(int level) {
        return (int) (page(level)[at(level) + ENDS] >>> 32);
    }

    int count(int level) {
        return (int) page(level)[at(level) + PLACE];
    }

    int leaf(int level) {
        return (int) (page(level)[at(level) + PLACE] >>> 32);
    }

    /** Puts an order behind all others of the level. */
    void append(int level, int slot) {
        long[] page = page(level);
        int at = at(level);
        int head = (int) (page[at + ENDS] >>> 32);
        int tail = (int) page[at + ENDS];
        orders.queue(slot, level, tail, Orders.NONE);
        if (tail == Orders.NONE) {
            head = slot;
        } else {
            orders.next(tail, slot);
        }
        page[at + ENDS] = both(head, slot);
        page[at + PLACE]++;
        page[at + QUANTITY] += orders.quantity(slot);
    }

    /** Takes an order out; answers whether the level is empty now. */
    boolean unlink(int level, int slot) {
        long[] page = page(level);
        int at = at(level);
        int previous = orders.previous(slot);
        int next = orders.next(slot);
        int head = (int) (page[at + ENDS] >>> 32);
        int tail = (int) page[at + ENDS];
        if (previous == Orders.NONE) {
            head = next;
        } else {
            orders.next(previous, next);
        }
        if (next == Orders.NONE) {
            tail = previous;
        } else {
            orders.previous(next, previous);
        }
        page[at + ENDS] = both(head, tail);
        page[at + QUANTITY] -= orders.quantity(slot);
        return (int) --page[at + PLACE] == 0;
    }
}
