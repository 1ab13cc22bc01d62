package org.gavel.exchange.eventlog;

import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The event log of a rehearsal: kept whole in memory, gone with the process. Events stand behind each other in pages
 * that never move, so that keeping one makes no object.
 */
public final class InMemoryEventLog implements EventLog {
    private static final int PAGE_BYTES = 1 << 20;

    private static final int ORDINAL = 4;
    private static final int TIMESTAMP = 12;
    private static final int HEADER_BYTES = 20;

    /** Each event: its length, ordinal, timestamp and body. Read only as far as it is published. */
    private static final class Page {
        private final UnsafeBuffer bytes;
        private int end;
        private int readable;

        Page(int length) {
            bytes = new UnsafeBuffer(new byte[length]);
        }

        boolean hasRoomFor(int length) {
            return end + HEADER_BYTES + length <= bytes.capacity();
        }

        void add(long ordinal, long timestamp, DirectBuffer body, int offset, int length) {
            bytes.putInt(end, length);
            bytes.putLong(end + ORDINAL, ordinal);
            bytes.putLong(end + TIMESTAMP, timestamp);
            bytes.putBytes(end + HEADER_BYTES, body, offset, length);
            end += HEADER_BYTES + length;
        }

        long ordinal(int at) {
            return bytes.getLong(at + ORDINAL);
        }

        int behind(int at) {
            return at + HEADER_BYTES + bytes.getInt(at);
        }

        /** Hands over the event that begins here; answers where the next one does. */
        int read(int at, EventBytes consumer) {
            int body = at + HEADER_BYTES;
            consumer.onEvent(ordinal(at), bytes.getLong(at + TIMESTAMP), bytes, body, bytes.getInt(at));
            return behind(at);
        }
    }

    private final List<Page> pages = new ArrayList<>();
    private Page last = begin(PAGE_BYTES);
    private int published;

    private Page begin(int length) {
        Page page = new Page(length);
        synchronized (pages) {
            pages.add(page);
        }
        return page;
    }

    @Override
    public void onEvent(long ordinal, long timestamp, DirectBuffer body, int offset, int length) {
        if (!last.hasRoomFor(length)) {
            last = begin(Math.max(PAGE_BYTES, HEADER_BYTES + length));
        }
        last.add(ordinal, timestamp, body, offset, length);
    }

    @Override
    public void publish() {
        synchronized (pages) {
            for (; published < pages.size(); published++) {
                Page page = pages.get(published);
                page.readable = page.end;
            }
            published--; // The last one is still being written.
        }
    }

    @Override
    public Cursor cursor(long first) {
        return new MemoryCursor(first);
    }

    @Override
    public void close() {
        publish();
    }

    /** Reads the pages; one thread. */
    private final class MemoryCursor implements Cursor {
        private long next;
        private int index;
        private Page page;
        private int at;
        private int end;

        MemoryCursor(long first) {
            next = first;
        }

        @Override
        public int poll(EventBytes consumer, int most) {
            int polled = 0;
            while (polled < most && isAnyLeft()) {
                if (page.ordinal(at) < next) {
                    at = page.behind(at);
                } else {
                    at = page.read(at, consumer);
                    next++;
                    polled++;
                }
            }
            return polled;
        }

        private boolean isAnyLeft() {
            return at < end || look();
        }

        /** Looks again how far the page may be read; goes on to the next where this one is read whole. */
        private boolean look() {
            synchronized (pages) {
                page = pages.get(index);
                if (at == page.readable && index < published) {
                    page = pages.get(++index);
                    at = 0;
                }
                end = page.readable;
            }
            return at < end;
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
