package org.gavel.exchange.engine.book.resting;

import java.util.Arrays;

/**
 * A pool of records of eight words, a line of memory each, in one array that doubles when it is full. A record is an
 * order or a price level. Levels and their orders hang in rings: the level is a member of its own ring, so that an order
 * always has a neighbour on either side and nothing asks for ends. A free record's words mean nothing.
 * Making room copies all there is, 10 ms for each 20 MB: once at each doubling, some 40 ms at the last before a million
 * orders that share prices, some 80 ms where each stands alone at its price and takes two records.
 */
final class Records {
    static final int NONE = -1;

    private static final int FIRST_SIZE = 1 << 14;
    private static final int WORDS = 8;

    /** The first record begins where, in a large array, a line of memory does. */
    private static final int MARGIN = 6;

    /** The word of a record that links it into its ring: next and previous. */
    static final int RING = 0;

    private static final long LOWER = 0xFFFF_FFFFL;

    private long[] words = new long[MARGIN];
    private int used;
    private int free = NONE;

    int take() {
        int record = free;
        if (record != NONE) {
            free = upper(record, RING);
        } else {
            record = used++;
            if (at(record) == words.length) {
                grow();
            }
        }
        return record;
    }

    void free(int record) {
        upper(record, RING, free);
        free = record;
    }

    private void grow() {
        int size = (words.length - MARGIN) / WORDS;
        words = Arrays.copyOf(words, Math.max(FIRST_SIZE, size * 2) * WORDS + MARGIN);
    }

    /** The words of all records, in another array once {@link #take} had to make room. */
    long[] words() {
        return words;
    }

    /** Where a record's words begin. */
    static int at(int record) {
        return record * WORDS + MARGIN;
    }

    long get(int record, int word) {
        return words[at(record) + word];
    }

    void put(int record, int word, long value) {
        words[at(record) + word] = value;
    }

    int upper(int record, int word) {
        return upper(get(record, word));
    }

    int lower(int record, int word) {
        return (int) get(record, word);
    }

    void upper(int record, int word, int value) {
        putUpper(words, at(record) + word, value);
    }

    void lower(int record, int word, int value) {
        putLower(words, at(record) + word, value);
    }

    static void putUpper(long[] words, int at, int value) {
        words[at] = (words[at] & LOWER) | ((long) value << Integer.SIZE);
    }

    static void putLower(long[] words, int at, int value) {
        words[at] = (words[at] & ~LOWER) | (value & LOWER);
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

    /** Takes a record out of its ring. */
    void unlink(int record) {
        long[] own = words;
        long links = own[at(record) + RING];
        int next = upper(links);
        int previous = (int) links;
        putUpper(own, at(previous) + RING, next);
        putLower(own, at(next) + RING, previous);
    }
}
