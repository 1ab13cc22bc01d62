package org.gavel.exchange.eventlog;

import java.util.Arrays;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Events in their final bytes behind each other, as the engine recorded and as they are hashed, until they are passed
 * on. Reused; for one thread at a time.
 */
public final class EventStretch {
    /** What a stretch keeps of its memory when it is emptied; a storm of events may have taken more. */
    private static final int KEPT_BYTES = 4 << 20;

    /** And of its places: more events than this do not go into as many bytes. */
    private static final int KEPT_EVENTS = 1 << 17;

    private ExpandableArrayBuffer bytes = new ExpandableArrayBuffer(1 << 16);
    private int[] ends = new int[1 << 10];
    private long[] timestamps = new long[1 << 10];
    private long before;
    private long through;
    private int count;
    private int length;
    private int hashed;

    /** Empties the stretch; its first event will be the one after {@code ordinal}. */
    void begin(long ordinal) {
        if (bytes.capacity() > KEPT_BYTES) {
            bytes = new ExpandableArrayBuffer(KEPT_BYTES);
        }
        if (ends.length > KEPT_EVENTS) {
            ends = new int[KEPT_EVENTS];
            timestamps = new long[KEPT_EVENTS];
        }
        before = ordinal;
        count = 0;
        length = 0;
        hashed = 0;
    }

    /** Where events are encoded; the next one at {@link #length}. */
    MutableDirectBuffer bytes() {
        return bytes;
    }

    byte[] array() {
        return bytes.byteArray();
    }

    /** Makes room for so many bytes of the next event. */
    void reserve(int eventBytes) {
        if (length + eventBytes > bytes.capacity()) {
            bytes.checkLimit(length + eventBytes);
        }
    }

    /** The event encoded behind the others is one of them now. */
    void add(int eventLength, long timestamp) {
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
            timestamps = Arrays.copyOf(timestamps, 2 * count);
        }
        length += eventLength;
        ends[count] = length;
        timestamps[count++] = timestamp;
    }

    /** How many events it has memory for, whatever they are. */
    int places() {
        return ends.length;
    }

    int count() {
        return count;
    }

    int length() {
        return length;
    }

    /** Up to where the bytes are hashed. */
    int hashed() {
        return hashed;
    }

    void hashedAll() {
        hashed = length;
    }

    /** The events are those of commands up to this one. */
    void through(long sequence) {
        through = sequence;
    }

    /** The last command whose events these are, or which had none. */
    public long through() {
        return through;
    }

    /** Hands over all events, in order. */
    public void read(EventBytes consumer) {
        read(0, consumer);
    }

    /** Hands over the events but the first so many. */
    void read(int from, EventBytes consumer) {
        int start = from == 0 ? 0 : ends[from - 1];
        for (int event = from; event < count; event++) {
            int end = ends[event];
            consumer.onEvent(before + event + 1, timestamps[event], bytes, start, end - start);
            start = end;
        }
    }
}
