package org.gavel.exchange.engine.book.resting;

/**
 * Finds a number from 0 by a long key kept elsewhere. Open addressing in segments of {@value #SEGMENT} places behind a
 * directory (extendible hashing): a full segment splits alone, so that growing never stops the market for longer
 * than one segment takes. A place is eight bytes: 32 bits of the key's hash, and the number plus one.
 */
public final class LongIndex {
    /** Nothing is kept under the key. */
    public static final int NONE = -1;

    private static final int SEGMENT = 256;
    private static final int SEGMENT_MASK = SEGMENT - 1;
    private static final int FULL = SEGMENT * 3 / 4;

    /** Far beyond what evenly spread hashes of all keys that fit need. */
    private static final int MAX_DEPTH = 20;

    /** Where the key of a number is kept; a class with a name, for a snapshot must be able to make it again. */
    public interface Keys {
        long keyOf(int number);
    }

    /** Places and how many of their hash's upper bits they all share. */
    private static final class Segment {
        private final long[] places = new long[SEGMENT];
        private final int depth;
        private int size;

        Segment(int depth) {
            this.depth = depth;
        }
    }

    private final Keys keys;
    private Segment[] segments = {new Segment(0)};

    /** The places of each segment once more, so that a search takes one step less. */
    private long[][] directory = {segments[0].places};

    /** How far a hash, already shifted by one, is shifted to leave the bits that choose a segment. */
    private int shift = Integer.SIZE - 1;

    private int depth;

    public LongIndex(Keys keys) {
        this.keys = keys;
    }

    /** The number kept under the key, or {@link #NONE}. */
    public int get(long key) {
        int hash = hash(key);
        long[] places = directory[hash >>> 1 >>> shift];
        int at = hash & SEGMENT_MASK;
        for (long place = places[at]; place != 0; place = places[at]) {
            if ((int) (place >>> 32) == hash && keys.keyOf((int) place - 1) == key) {
                return (int) place - 1;
            }
            at = (at + 1) & SEGMENT_MASK;
        }
        return NONE;
    }

    /** Keeps a number under its key, which must be readable already and not be kept yet. */
    public void put(long key, int number) {
        int hash = hash(key);
        Segment segment = segment(hash);
        while (segment.size == FULL) {
            split(segment, hash);
            segment = segment(hash);
        }
        add(segment, ((long) hash << 32) | (number + 1L));
    }

    /** Forgets a key that is kept; its number must still be readable. */
    public void remove(long key) {
        int hash = hash(key);
        Segment segment = segment(hash);
        long[] places = segment.places;
        int at = hash & SEGMENT_MASK;
        while ((int) (places[at] >>> 32) != hash || keys.keyOf((int) places[at] - 1) != key) {
            if (places[at] == 0) {
                throw new IllegalStateException("no key " + key);
            }
            at = (at + 1) & SEGMENT_MASK;
        }
        closeGap(places, at);
        segment.size--;
    }

    /** Moves back whatever was pushed beyond the freed place, so that no search ends too early. */
    private static void closeGap(long[] places, int freed) {
        int gap = freed;
        int at = (gap + 1) & SEGMENT_MASK;
        while (places[at] != 0) {
            int home = (int) (places[at] >>> 32) & SEGMENT_MASK;
            if (((at - home) & SEGMENT_MASK) >= ((at - gap) & SEGMENT_MASK)) {
                places[gap] = places[at];
                gap = at;
            }
            at = (at + 1) & SEGMENT_MASK;
        }
        places[gap] = 0;
    }

    private static void add(Segment segment, long place) {
        int at = (int) (place >>> 32) & SEGMENT_MASK;
        while (segment.places[at] != 0) {
            at = (at + 1) & SEGMENT_MASK;
        }
        segment.places[at] = place;
        segment.size++;
    }

    private Segment segment(int hash) {
        return segments[hash >>> 1 >>> shift];
    }

    private void split(Segment full, int hash) {
        if (full.depth == depth) {
            doubleDirectory();
        }
        Segment lower = new Segment(full.depth + 1);
        Segment upper = new Segment(full.depth + 1);
        for (long place : full.places) {
            if (place != 0) {
                boolean isUpper = (int) (place >>> 32) << full.depth < 0;
                add(isUpper ? upper : lower, place);
            }
        }
        int span = 1 << (depth - full.depth);
        int first = (hash >>> 1 >>> shift) & -span;
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

    /** The upper bits choose the segment, the lower the place in it. */
    private static int hash(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
        return (int) (mixed >>> 32);
    }
}
