package org.gavel.exchange.engine.answer;

/**
 * A tag of 16 bits for each client id a ring keeps: a new id is told from all that are kept in two lines of memory and
 * not in the 32 that the answers take.
 */
final class Tags {
    /** Tags of a ring; a power of two. */
    static final int CAPACITY = 64;

    private static final int BITS = 16;
    private static final int IN_A_WORD = Long.SIZE / BITS;
    private static final long MASK = (1L << BITS) - 1;
    private static final long LOWEST_BITS = 0x0001_0001_0001_0001L;
    private static final long HIGHEST_BITS = LOWEST_BITS << (BITS - 1);

    private final long[] words = new long[CAPACITY / IN_A_WORD];

    /** Whether there is the tag of this client id: its own or, once in five hundred, another's. */
    boolean mayHave(long high, long low) {
        long tags = tag(high, low) * LOWEST_BITS;
        long equal = 0;
        for (int word = 0; word < words.length; word += 4) {
            equal |= equal(words[word], tags) | equal(words[word + 1], tags);
            equal |= equal(words[word + 2], tags) | equal(words[word + 3], tags);
        }
        return equal != 0;
    }

    /** The highest bit of each tag that is equal, and perhaps of others above one that is. */
    private static long equal(long word, long tags) {
        long differences = word ^ tags;
        return (differences - LOWEST_BITS) & ~differences & HIGHEST_BITS;
    }

    void set(int place, long high, long low) {
        int shift = place % IN_A_WORD * BITS;
        words[place / IN_A_WORD] = (words[place / IN_A_WORD] & ~(MASK << shift)) | tag(high, low) << shift;
    }

    /** Never zero, as the tags of places without an answer are. */
    private static long tag(long high, long low) {
        long mixed = (high ^ Long.rotateLeft(low, 32)) * 0x9E3779B97F4A7C15L;
        return mixed >>> (Long.SIZE - BITS) | 1;
    }
}
