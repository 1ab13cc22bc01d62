package org.gavel.exchange.eventlog;

import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** The event log of a rehearsal: kept whole in memory, gone with the process. */
public final class InMemoryEventLog implements EventLog {
    private record Entry(long ordinal, long timestamp, DirectBuffer body) {}

    private final List<Entry> pending = new ArrayList<>();
    private final List<Entry> published = new ArrayList<>();

    @Override
    public void onEvent(long ordinal, long timestamp, DirectBuffer body, int offset, int length) {
        byte[] copy = new byte[length];
        body.getBytes(offset, copy);
        pending.add(new Entry(ordinal, timestamp, new UnsafeBuffer(copy)));
    }

    @Override
    public void publish() {
        synchronized (published) {
            published.addAll(pending);
        }
        pending.clear();
    }

    private List<Entry> read(int from, int most) {
        synchronized (published) {
            int end = Math.min(published.size(), from + most);
            return from >= end ? List.of() : List.copyOf(published.subList(from, end));
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

    /** Reads the list; one thread. */
    private final class MemoryCursor implements Cursor {
        private int next;

        MemoryCursor(long first) {
            next = Math.toIntExact(first - 1);
        }

        @Override
        public int poll(EventBytes consumer, int most) {
            List<Entry> entries = read(next, most);
            for (Entry entry : entries) {
                consumer.onEvent(entry.ordinal, entry.timestamp, entry.body, 0, entry.body.capacity());
            }
            next += entries.size();
            return entries.size();
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
