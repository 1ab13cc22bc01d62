package org.gavel.exchange.engine.index;

/**
 * Finds a number from 0 by a long key. Open addressing in segments of {@value #SEGMENT} places behind a directory
 * (extendible hashing): a full segment splits alone, so that growing never stops the market for longer than one segment
 * takes. A place is two words that lie in one line of memory: the key, and the number plus one.
 */
public final class LongIndex {
    /** Nothing is kept under the key. */
    public static final int NONE = -1;

    private static final int SEGMENT_BITS = 10;
    private static final int SEGMENT = 1 << SEGMENT_BITS;
    private static final int FULL = SEGMENT / 2;
    private static final int PLACE_WORDS = 2;
    private static final int WORDS = SEGMENT * PLACE_WORDS;
    private static final int WORDS_MASK = WORDS - 1;

    /** Far beyond what evenly spread hashes of all keys that fit need. */
    private static final int MAX_DEPTH = 20;

    /** Places and how many of their hash's upper bits they all share. */
    private static final class Segment {
        private final long[] places = new long[WORDS];
        private final int depth;
        private int size;

        Segment(int depth) {
            this.depth = depth;
        }
    }

    private Segment[] segments = {new Segment(0)};

    /** The places of each segment once more, so that a search takes one step less. */
    private long[][] directory = {segments[0].places};

    /** How far a hash, already shifted by one, is shifted to leave the bits that choose a segment. */
    private int shift = Long.SIZE - 1;

    private int depth;

    /** The number kept under the key, or {@link #NONE}. */
    public int get(long key) {
        long hash = hash(key);
        long[] places = directory[segmentOf(hash)];
        int at = home(hash);
        while (places[at] != key) {
            if (places[at + 1] == 0) {
                return NONE;
            }
            at = (at + PLACE_WORDS) & WORDS_MASK;
        }
        return (int) places[at + 1] - 1; // NONE where the key is only what a freed place still has.
    }

    /** Keeps a number under its key, which must not be kept yet. */
    public void put(long key, int number) {
        long hash = hash(key);
        Segment segment = segment(hash);
        while (segment.size == FULL) {
            split(segment, hash);
            segment = segment(hash);
        }
        add(segment, hash, key, number + 1L);
    }

    /** Forgets a key that is kept. */
    public void remove(long key) {
        long hash = hash(key);
        Segment segment = segment(hash);
        long[] places = segment.places;
        int at = home(hash);
        while (places[at + 1] == 0 || places[at] != key) {
            if (places[at + 1] == 0) {
                throw new IllegalStateException("no key " + key);
            }
            at = (at + PLACE_WORDS) & WORDS_MASK;
        }
        closeGap(places, at);
        segment.size--;
    }

    /** Moves back whatever was pushed beyond the freed place, so that no search ends too early. */
    private static void closeGap(long[] places, int freed) {
        int gap = freed;
        int at = (gap + PLACE_WORDS) & WORDS_MASK;
        while (places[at + 1] != 0) {
            int home = home(hash(places[at]));
            if (((at - home) & WORDS_MASK) >= ((at - gap) & WORDS_MASK)) {
                places[gap] = places[at];
                places[gap + 1] = places[at + 1];
                gap = at;
            }
            at = (at + PLACE_WORDS) & WORDS_MASK;
        }
        places[gap + 1] = 0;
    }

    private static void add(Segment segment, long hash, long key, long number) {
        long[] places = segment.places;
        int at = home(hash);
        while (places[at + 1] != 0) {
            at = (at + PLACE_WORDS) & WORDS_MASK;
        }
        places[at] = key;
        places[at + 1] = number;
        segment.size++;
    }

    /** Where in its segment a key is looked for first. */
    private static int home(long hash) {
        return (int) (hash >>> (Long.SIZE - SEGMENT_BITS)) * PLACE_WORDS;
    }

    private int segmentOf(long hash) {
        return (int) (hash << SEGMENT_BITS >>> 1 >>> shift);
    }

    private Segment segment(long hash) {
        return segments[segmentOf(hash)];
    }

    private void split(Segment full, long hash) {
        if (full.depth == depth) {
            doubleDirectory();
        }
        Segment lower = new Segment(full.depth + 1);
        Segment upper = new Segment(full.depth + 1);
        for (int at = 0; at < WORDS; at += PLACE_WORDS) {
            if (full.places[at + 1] != 0) {
                long each = hash(full.places[at]);
                boolean isUpper = each << SEGMENT_BITS << full.depth < 0;
                add(isUpper ? upper : lower, each, full.places[at], full.places[at + 1]);
            }
        }
        int span = 1 << (depth - full.depth);
        int first = segmentOf(hash) & -span;
        for (int i = 0; i < span; i++) {
            segments[first + i] = i < span / 2 ? lower : upper;
            directory[first + i] = segments[first + i].places;
        }
    }

    private void doubleDirectory() {
        if (depth == MAX_DEPTH) {
            throw new IllegalStateException("the index is full");
        }
        Segment[] doubled = new Segment[segments.length * 2];
        long[][] places = new long[doubled.length][];
        for (int i = 0; i < doubled.length; i++) {
            doubled[i] = segments[i / 2];
            places[i] = doubled[i].places;
        }
        segments = doubled;
        directory = places;
        depth++;
        shift--;
    }

    /**
     * The upper bits choose the place in a segment, those below them the segment. Numbers in a row, as ids mostly are, lie
     * evenly apart (Fibonacci hashing), so that the first place looked at is nearly always the right one.
     */
    private static long hash(long key) {
        return key * 0x9E3779B97F4A7C15L;
    }
}
