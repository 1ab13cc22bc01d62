package org.gavel.exchange.engine.answer;

import java.util.Arrays;
import org.gavel.exchange.engine.state.StateWriter;

/**
 * Rings of latest answers, each a number from 0 and one asker's: at most {@link #CAPACITY} answers, of which the oldest
 * makes room. A client id above the highest that is kept, as each next one is of an asker who counts, is new at one look;
 * the {@link Tags} of those kept tell any other. A ring is one array that grows to its bound and then never: its answers
 * behind a head in one line of memory, and they are only written to unless a tag is equal.
 */
final class AnswerRings {
    /** How many commands back a retry is still known as one. */
    static final int CAPACITY = Tags.CAPACITY;

    static final int NONE = -1;

    private static final int ASKER = 0;

    /** Answers ever kept, and {@link #MORE}. */
    private static final int KEPT = 1;

    /** Set where {@link Tags} or details of the ring's answers are kept as well. */
    private static final long MORE = Long.MIN_VALUE;

    /** A client id that none of those kept is above, in two words; visible characters, so never below zero. */
    private static final int TOP = 2;

    /** The highest client id since the ring last began anew: the next {@link #TOP}. */
    private static final int LAP_TOP = 4;

    private static final int HEAD_WORDS = 6;
    private static final int FIRST_SIZE = 4;
    private static final int FIRST_RINGS = 64;
    private static final int ANSWER_WORDS = 4;
    private static final int HIGH = HEAD_WORDS;
    private static final int LOW = HEAD_WORDS + 1;
    private static final int CONTENT = HEAD_WORDS + 2;

    /** Sequence and reason code. */
    private static final int OUTCOME = HEAD_WORDS + 3;

    private static final int REASON_BITS = 16;
    private static final int REASON_MASK = (1 << REASON_BITS) - 1;

    private long[][] rings = new long[FIRST_RINGS][];

    /** Of rings whose asker once did not count. */
    private Tags[] tags = new Tags[FIRST_RINGS];

    /** The numbers of refusals' sentences, of rings whose asker got one. */
    private long[][] details = new long[FIRST_RINGS][];

    private int count;

    /** Begins a ring; returns its number. */
    int open(long asker) {
        if (count == rings.length) {
            rings = Arrays.copyOf(rings, count * 2);
            tags = Arrays.copyOf(tags, count * 2);
            details = Arrays.copyOf(details, count * 2);
        }
        rings[count] = new long[HEAD_WORDS + FIRST_SIZE * ANSWER_WORDS];
        rings[count][ASKER] = asker;
        return count++;
    }

    /** The place of the answer to this client id, or {@link #NONE}. */
    int find(int ring, long high, long low) {
        return isAbove(rings[ring], TOP, high, low) ? NONE : findAmong(ring, high, low);
    }

    private static boolean isAbove(long[] own, int top, long high, long low) {
        return high > own[top] || (high == own[top] && low > own[top + 1]);
    }

    private int findAmong(int ring, long high, long low) {
        if (!tags(ring).mayHave(high, low)) {
            return NONE;
        }
        long[] own = rings[ring];
        for (int place = size(ring) - 1; place >= 0; place--) {
            if (own[place * ANSWER_WORDS + HIGH] == high && own[place * ANSWER_WORDS + LOW] == low) {
                return place;
            }
        }
        return NONE;
    }

    private Tags tags(int ring) {
        if (tags[ring] == null) {
            tags[ring] = new Tags();
            rings[ring][KEPT] |= MORE;
            for (int place = 0; place < size(ring); place++) {
                tags[ring].set(place, word(ring, place, HIGH), word(ring, place, LOW));
            }
        }
        return tags[ring];
    }

    void add(int ring, long high, long low, long contentHash, long sequence, int reasonCode, long detail) {
        long[] own = rings[ring];
        long kept = own[KEPT];
        int next = (int) kept & (CAPACITY - 1);
        if (isAbove(own, TOP, high, low)) {
            top(own, TOP, high, low);
            top(own, LAP_TOP, high, low);
        } else {
            addBelow(own, next, high, low);
        }
        own[KEPT] = kept + 1;
        int at = next * ANSWER_WORDS;
        own[at + HIGH] = high;
        own[at + LOW] = low;
        own[at + CONTENT] = contentHash;
        own[at + OUTCOME] = sequence << REASON_BITS | reasonCode;
        if (kept < 0 || detail != 0) {
            addMore(ring, next, high, low, detail);
        }
        if (HEAD_WORDS + at + ANSWER_WORDS == own.length && next < CAPACITY - 1) {
            grow(ring);
        }
    }

    /** Makes room for as many answers again. */
    private void grow(int ring) {
        long[] own = rings[ring];
        rings[ring] = Arrays.copyOf(own, HEAD_WORDS + 2 * (own.length - HEAD_WORDS));
    }

    /** One above all that are kept is above all of its lap; this one is not. */
    private static void addBelow(long[] own, int next, long high, long low) {
        if (next == 0) {
            beginLap(own, high, low);
        } else if (isAbove(own, LAP_TOP, high, low)) {
            top(own, LAP_TOP, high, low);
        }
    }

    private static void beginLap(long[] own, long high, long low) {
        top(own, TOP, own[LAP_TOP], own[LAP_TOP + 1]);
        top(own, LAP_TOP, high, low);
        if (isAbove(own, TOP, high, low)) {
            top(own, TOP, high, low);
        }
    }

    private static void top(long[] own, int top, long high, long low) {
        own[top] = high;
        own[top + 1] = low;
    }

    private void addMore(int ring, int place, long high, long low, long detail) {
        if (tags[ring] != null) {
            tags[ring].set(place, high, low);
        }
        if (detail != 0 || details[ring] != null) {
            detail(ring, place, detail);
        }
    }

    private void detail(int ring, int place, long detail) {
        if (details[ring] == null) {
            details[ring] = new long[CAPACITY];
            rings[ring][KEPT] |= MORE;
        }
        details[ring][place] = detail;
    }

    private long kept(int ring) {
        return rings[ring][KEPT] & ~MORE;
    }

    private int size(int ring) {
        return (int) Math.min(CAPACITY, kept(ring));
    }

    private long word(int ring, int place, int word) {
        return rings[ring][place * ANSWER_WORDS + word];
    }

    long content(int ring, int place) {
        return word(ring, place, CONTENT);
    }

    long sequence(int ring, int place) {
        return word(ring, place, OUTCOME) >>> REASON_BITS;
    }

    long detail(int ring, int place) {
        return details[ring] == null ? 0 : details[ring][place];
    }

    int reasonCode(int ring, int place) {
        return (int) word(ring, place, OUTCOME) & REASON_MASK;
    }

    /** The sequence of the oldest answer that is kept, where older ones have made room; else 0. */
    long keptFrom(int ring) {
        long kept = kept(ring);
        return kept <= CAPACITY ? 0 : sequence(ring, (int) (kept % CAPACITY));
    }

    int count() {
        return count;
    }

    long asker(int ring) {
        return rings[ring][ASKER];
    }

    void writeTo(int ring, StateWriter out) {
        int size = size(ring);
        out.put(size).put((int) (kept(ring) % CAPACITY));
        for (int i = 0; i < size; i++) {
            out.put(word(ring, i, HIGH)).put(word(ring, i, LOW)).put(content(ring, i));
            out.put(sequence(ring, i)).put(detail(ring, i)).put(reasonCode(ring, i));
        }
    }
}
