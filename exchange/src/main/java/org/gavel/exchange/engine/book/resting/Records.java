package org.gavel.exchange.engine.book.resting;

import java.util.Arrays;

/**
 * A pool of records of eight words, a line of memory each, in pages that never move, so growing copies nothing. A
 * record is an order or a price level. Levels and their orders hang in rings: the level is a member of its own ring, so
 * that an order always has a neighbour on either side and nothing asks for ends. A free record's words mean nothing.
 */
final class Records {
    static final int NONE = -1;

    private static final int PAGE_BITS = 14;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int PAGE_MASK = PAGE - 1;
    private static final int WORDS = 8;

    /** A page begins where, in a large array, a line of memory does. */
    private static final int MARGIN = 6;

    /** The word of a record that links it into its ring: next and previous. */
    static final int RING = 0;

    private static final long LOWER = 0xFFFF_FFFFL;

    private long[][] pages = new long[1][];
    private int used;
    private int free = NONE;

    int take() {
        int record = free;
        if (record != NONE) {
            free = upper(record, RING);
        } else {
            record = used++;
            addPageFor(record);
        }
        return record;
    }

    void free(int record) {
        upper(record, RING, free);
        free = record;
    }

    private void addPageFor(int record) {
        int page = record >>> PAGE_BITS;
        if (page == pages.length) {
            pages = Arrays.copyOf(pages, page * 2);
        }
        if (pages[page] == null) {
            pages[page] = new long[PAGE * WORDS + MARGIN];
        }
    }

    /** The page a record's words are on, from {@link #at} on: whoever needs several looks it up once. */
    long[] page(int record) {
        return pages[record >>> PAGE_BITS];
    }

    static int at(int record) {
        return (record & PAGE_MASK) * WORDS + MARGIN;
    }

    long get(int record, int word) {
        return page(record)[at(record) + word];
    }

    void put(int record, int word, long value) {
        page(record)[at(record) + word] = value;
    }

    int upper(int record, int word) {
        return upper(get(record, word));
    }

    int lower(int record, int word) {
        return (int) get(record, word);
    }

    void upper(int record, int word, int value) {
        long[] page = page(record);
        int at = at(record) + word;
        page[at] = (page[at] & LOWER) | ((long) value << Integer.SIZE);
    }

    void lower(int record, int word, int value) {
        long[] page = page(record);
        int at = at(record) + word;
        page[at] = (page[at] & ~LOWER) | (value & LOWER);
    }

    static int upper(long both) {
        return (int) (both >>> Integer.SIZE);
    }

    static long both(int upper, int lower) {
        return ((long) upper << Integer.SIZE) | (lower & LOWER);
    }

    /** Makes the record the only one of its ring. */
    void begin(int record) {
        put(record, RING, both(record, record));
    }

    /** Takes the record that has these links out of its ring. */
    void unlink(long links) {
        int next = upper(links);
        int previous = (int) links;
        upper(previous, RING, next);
        lower(next, RING, previous);
    }
}
