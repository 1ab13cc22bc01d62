package org.gavel.exchange.engine.answer;

import java.util.Arrays;
import org.gavel.exchange.engine.state.StateWriter;

/**
 * Rings of latest answers, each a number from 0 and one asker's: at most {@link #CAPACITY} answers, of which the oldest
 * makes room. A ring's head holds a tag of 16 bits for each client id: a new id is told from all that are kept in three
 * lines of memory and not in the fifty that the answers take. The answers themselves, in an array that grows to its
 * bound and then never, are only written to unless a tag is equal.
 */
final class AnswerRings {
    /** How many commands back a retry is still known as one. */
    static final int CAPACITY = 64;

    static final int NONE = -1;

    private static final int TAG_BITS = 16;
    private static final int TAGS_A_WORD = Long.SIZE / TAG_BITS;
    private static final int TAG_WORDS = CAPACITY / TAGS_A_WORD;
    private static final long TAG_MASK = (1L << TAG_BITS) - 1;
    private static final long LOWEST_BITS = 0x0001_0001_0001_0001L;
    private static final long HIGHEST_BITS = LOWEST_BITS << (TAG_BITS - 1);

    private static final int PAGE_BITS = 10;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int PAGE_MASK = PAGE - 1;
    private static final int HEAD_WORDS = TAG_WORDS + 2;
    private static final int ASKER = TAG_WORDS;

    /** Answers ever kept. */
    private static final int KEPT = TAG_WORDS + 1;

    private static final int FIRST_SIZE = 4;
    private static final int ANSWER_WORDS = 5;
    private static final int HIGH = 0;
    private static final int LOW = 1;
    private static final int CONTENT = 2;
    private static final int DETAIL = 3;

    /** Sequence and reason code. */
    private static final int OUTCOME = 4;

    private static final int REASON_BITS = 16;
    private static final int REASON_MASK = (1 << REASON_BITS) - 1;

    private long[][] heads = new long[1][];
    private long[][] answers = new long[PAGE][];
    private int count;

    /** Begins a ring; returns its number. */
    int open(long asker) {
        int page = count >>> PAGE_BITS;
        if (page == heads.length) {
            heads = Arrays.copyOf(heads, page * 2);
            answers = Arrays.copyOf(answers, count * 2);
        }
        if (heads[page] == null) {
            heads[page] = new long[PAGE * HEAD_WORDS];
        }
        heads[page][head(count) + ASKER] = asker;
        answers[count] = new long[FIRST_SIZE * ANSWER_WORDS];
        return count++;
    }

    private static int head(int ring) {
        return (ring & PAGE_MASK) * HEAD_WORDS;
    }

    /** The place of the answer to this client id, or {@link #NONE}. */
    int find(int ring, long high, long low) {
        long[] page = heads[ring >>> PAGE_BITS];
        int head = head(ring);
        long tags = tag(high, low) * LOWEST_BITS;
        long equal = 0;
        for (int word = head; word < head + TAG_WORDS; word += 4) {
            equal |= equal(page[word], tags) | equal(page[word + 1], tags);
            equal |= equal(page[word + 2], tags) | equal(page[word + 3], tags);
        }
        return equal == 0 ? NONE : findAmong(ring, tags, high, low);
    }

    /** The highest bit of each tag that is equal, and perhaps of others above one that is. */
    private static long equal(long word, long tags) {
        long differences = word ^ tags;
        return (differences - LOWEST_BITS) & ~differences & HIGHEST_BITS;
    }

    private int findAmong(int ring, long tags, long high, long low) {
        long[] page = heads[ring >>> PAGE_BITS];
        long[] own = answers[ring];
        int size = size(ring);
        for (int i = 0; i < size; i++) {
            long word = page[head(ring) + i / TAGS_A_WORD] ^ tags;
            boolean isEqual = (word >>> (i % TAGS_A_WORD * TAG_BITS) & TAG_MASK) == 0;
            if (isEqual && own[i * ANSWER_WORDS + HIGH] == high && own[i * ANSWER_WORDS + LOW] == low) {
                return i;
            }
        }
        return NONE;
    }

    /** Never zero, as the tags of places without an answer are. */
    private static long tag(long high, long low) {
        long mixed = (high ^ Long.rotateLeft(low, 32)) * 0x9E3779B97F4A7C15L;
        return mixed >>> (Long.SIZE - TAG_BITS) | 1;
    }

    void add(int ring, long high, long low, long contentHash, long sequence, int reasonCode, long detail) {
        long[] page = heads[ring >>> PAGE_BITS];
        int head = head(ring);
        int next = (int) (page[head + KEPT]++ % CAPACITY);
        int shift = next % TAGS_A_WORD * TAG_BITS;
        long others = page[head + next / TAGS_A_WORD] & ~(TAG_MASK << shift);
        page[head + next / TAGS_A_WORD] = others | tag(high, low) << shift;
        if (next * ANSWER_WORDS == answers[ring].length) {
            answers[ring] = Arrays.copyOf(answers[ring], 2 * next * ANSWER_WORDS);
        }
        long[] own = answers[ring];
        int at = next * ANSWER_WORDS;
        own[at + HIGH] = high;
        own[at + LOW] = low;
        own[at + CONTENT] = contentHash;
        own[at + DETAIL] = detail;
        own[at + OUTCOME] = sequence << REASON_BITS | reasonCode;
    }

    private long kept(int ring) {
        return heads[ring >>> PAGE_BITS][head(ring) + KEPT];
    }

    private int size(int ring) {
        return (int) Math.min(CAPACITY, kept(ring));
    }

    private long word(int ring, int place, int word) {
        return answers[ring][place * ANSWER_WORDS + word];
    }

    long content(int ring, int place) {
        return word(ring, place, CONTENT);
    }

    long sequence(int ring, int place) {
        return word(ring, place, OUTCOME) >>> REASON_BITS;
    }

    long detail(int ring, int place) {
        return word(ring, place, DETAIL);
    }

    int reasonCode(int ring, int place) {
        return (int) word(ring, place, OUTCOME) & REASON_MASK;
    }

    int count() {
        return count;
    }

    long asker(int ring) {
        return heads[ring >>> PAGE_BITS][head(ring) + ASKER];
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
