package org.gavel.exchange.engine.answer;

import java.util.Arrays;
import org.gavel.exchange.engine.state.StateWriter;

/** One actor's latest answers, at most {@link #CAPACITY}; the oldest makes room. Grows to its bound, then never. */
final class AnswerRing {
    /** How many commands back a retry is still known as one. */
    static final int CAPACITY = 64;

    static final int NONE = -1;

    private static final int FIRST_SIZE = 4;

    private long[] clientIdHigh = new long[FIRST_SIZE];
    private long[] clientIdLow = new long[FIRST_SIZE];
    private long[] content = new long[FIRST_SIZE];
    private long[] sequence = new long[FIRST_SIZE];
    private long[] detail = new long[FIRST_SIZE];
    private int[] reason = new int[FIRST_SIZE];
    private int size;
    private int next;

    /** The slot of this client id, or {@link #NONE}. */
    int find(long high, long low) {
        for (int i = 0; i < size; i++) {
            if (clientIdHigh[i] == high && clientIdLow[i] == low) {
                return i;
            }
        }
        return NONE;
    }

    void add(long high, long low, long contentHash, long sequence, int reasonCode, long detail) {
        growIfFull();
        clientIdHigh[next] = high;
        clientIdLow[next] = low;
        content[next] = contentHash;
        this.sequence[next] = sequence;
        this.detail[next] = detail;
        reason[next] = reasonCode;
        size = Math.max(size, next + 1);
        next = (next + 1) % CAPACITY;
    }

    private void growIfFull() {
        if (next < content.length || content.length == CAPACITY) {
            return;
        }
        int length = content.length * 2;
        clientIdHigh = Arrays.copyOf(clientIdHigh, length);
        clientIdLow = Arrays.copyOf(clientIdLow, length);
        content = Arrays.copyOf(content, length);
        sequence = Arrays.copyOf(sequence, length);
        detail = Arrays.copyOf(detail, length);
        reason = Arrays.copyOf(reason, length);
    }

    long content(int slot) {
        return content[slot];
    }

    long sequence(int slot) {
        return sequence[slot];
    }

    long detail(int slot) {
        return detail[slot];
    }

    int reasonCode(int slot) {
        return reason[slot];
    }

    void writeTo(StateWriter out) {
        out.put(size).put(next);
        for (int i = 0; i < size; i++) {
            out.put(clientIdHigh[i]).put(clientIdLow[i]).put(content[i]);
            out.put(sequence[i]).put(detail[i]).put(reason[i]);
        }
    }
}
