package org.gavel.exchange.eventlog;

import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.gavel.exchange.journal.envelope.RecordConsumer;
import org.gavel.exchange.journal.envelope.RecordPage;

/**
 * The event log of a rehearsal: kept whole in memory, gone with the process. Events stand behind each other in pages
 * that never move, so that keeping one makes no object.
 */
public final class InMemoryEventLog implements EventLog {
    private static final int PAGE_BYTES = 1 << 20;

    /** Events, and up to where they are published. */
    private static final class Page {
        private final RecordPage events;
        private int readable;

        Page(int length) {
            events = RecordPage.forBody(length);
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
        if (!last.events.hasRoomFor(length)) {
            last = begin(Math.max(PAGE_BYTES, length));
        }
        last.events.add(ordinal, timestamp, body, offset, length);
    }

    @Override
    public void publish() {
        synchronized (pages) {
            for (; published < pages.size(); published++) {
                Page page = pages.get(published);
                page.readable = page.events.length();
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
            RecordConsumer records = consumer::onEvent;
            int polled = 0;
            while (polled < most && isAnyLeft()) {
                if (page.events.number(at) < next) {
                    at = page.events.behind(at);
                } else {
                    at = page.events.read(at, records);
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
