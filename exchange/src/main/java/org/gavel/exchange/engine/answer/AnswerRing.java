package org.gavel.exchange.engine.answer;

import java.util.Arrays;
import org.gavel.exchange.engine.state.StateWriter;

/**
 * The latest answers to one asker: at most {@link #CAPACITY}, of which the oldest makes room. A client id above the
 * highest that is kept, as each next one is of an asker who counts, is new at one look; the {@link Tags} of those kept
 * tell any other. The array of answers grows to its bound and then never, and is only written to unless a tag is equal.
 */
final class AnswerRing {
    /** How many commands back a retry is still known as one. */
    static final int CAPACITY = Tags.CAPACITY;

    static final int NONE = -1;

    private static final int FIRST_SIZE = 4;
    private static final int WORDS = 4;
    private static final int HIGH = 0;
    private static final int LOW = 1;
    private static final int CONTENT = 2;

    /** Sequence and reason code. */
    private static final int OUTCOME = 3;

    private static final int REASON_BITS = 16;
    private static final int REASON_MASK = (1 << REASON_BITS) - 1;

    private final long asker;

    /** Answers ever kept. */
    private long kept;

    /** A client id that none of those kept is above, in two words; visible characters, so never below zero. */
    private long topHigh;

    private long topLow;

    /** The highest client id since the ring last began anew: the next top. */
    private long lapHigh;

    private long lapLow;

    private long[] answers = new long[FIRST_SIZE * WORDS];

    /** Where the asker once did not count; else null. */
    private Tags tags;

    /** The numbers of refusals' sentences, where the asker got one; else null. */
    private long[] details;

    AnswerRing(long asker) {
        this.asker = asker;
    }

    long asker() {
        return asker;
    }

    /** The place of the answer to this client id, or {@link #NONE}. */
    int find(long high, long low) {
        return isAboveTop(high, low) ? NONE : findAmong(high, low);
    }

    private boolean isAboveTop(long high, long low) {
        return isAbove(high, low, topHigh, topLow);
    }

    private static boolean isAbove(long high, long low, long otherHigh, long otherLow) {
        return high > otherHigh || (high == otherHigh && low > otherLow);
    }

    private int findAmong(long high, long low) {
        if (!tags().mayHave(high, low)) {
            return NONE;
        }
        for (int place = size() - 1; place >= 0; place--) {
            if (word(place, HIGH) == high && word(place, LOW) == low) {
                return place;
            }
        }
        return NONE;
    }

    private Tags tags() {
        if (tags == null) {
            tags = new Tags();
            for (int place = 0; place < size(); place++) {
                tags.set(place, word(place, HIGH), word(place, LOW));
            }
        }
        return tags;
    }

    void add(long high, long low, long contentHash, long sequence, int reasonCode, long detail) {
        int next = (int) kept++ & (CAPACITY - 1);
        if (isAboveTop(high, low)) {
            top(high, low);
            lap(high, low);
        } else {
            addBelow(next, high, low);
        }
        long[] own = answers;
        int at = next * WORDS;
        own[at + HIGH] = high;
        own[at + LOW] = low;
        own[at + CONTENT] = contentHash;
        own[at + OUTCOME] = sequence << REASON_BITS | reasonCode;
        if (tags != null) {
            tags.set(next, high, low);
        }
        if (details != null || detail != 0) {
            detail(next, detail);
        }
        if (at + WORDS == own.length && next < CAPACITY - 1) {
            answers = Arrays.copyOf(own, 2 * own.length);
        }
    }

    /** One above all that are kept is above all of its lap; this one is not. */
    private void addBelow(int next, long high, long low) {
        if (next == 0) {
            beginLap(high, low);
        } else if (isAbove(high, low, lapHigh, lapLow)) {
            lap(high, low);
        }
    }

    private void beginLap(long high, long low) {
        top(lapHigh, lapLow);
        lap(high, low);
        if (isAboveTop(high, low)) {
            top(high, low);
        }
    }

    private void top(long high, long low) {
        topHigh = high;
        topLow = low;
    }

    private void lap(long high, long low) {
        lapHigh = high;
        lapLow = low;
    }

    private void detail(int place, long detail) {
        if (details == null) {
            details = new long[CAPACITY];
        }
        details[place] = detail;
    }

    private int size() {
        return (int) Math.min(kept, CAPACITY);
    }

    private long word(int place, int word) {
        return answers[place * WORDS + word];
    }

    long content(int place) {
        return word(place, CONTENT);
    }

    long sequence(int place) {
        return word(place, OUTCOME) >>> REASON_BITS;
    }

    long detail(int place) {
        return details == null ? 0 : details[place];
    }

    int reasonCode(int place) {
        return (int) word(place, OUTCOME) & REASON_MASK;
    }

    /** The sequence of the oldest answer that is kept, where older ones have made room; else 0. */
    long keptFrom() {
        return kept <= CAPACITY ? 0 : sequence((int) (kept % CAPACITY));
    }

    void writeTo(StateWriter out) {
        int size = size();
        out.put(size).put((int) (kept % CAPACITY));
        for (int i = 0; i < size; i++) {
            out.put(word(i, HIGH)).put(word(i, LOW)).put(content(i));
            out.put(sequence(i)).put(detail(i)).put(reasonCode(i));
        }
    }
}
