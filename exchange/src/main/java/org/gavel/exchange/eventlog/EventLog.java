package org.gavel.exchange.eventlog;

/** The log of all events. One thread at a time appends; any number of cursors read, each on a thread of its own. */
public interface EventLog extends EventBytes, AutoCloseable {
    /** Makes what was appended visible to cursors. */
    void publish();

    /** A reader from the first event on. */
    default Cursor cursor() {
        return cursor(1);
    }

    /** A reader from the event of this number on, which need not have happened yet. */
    Cursor cursor(long first);

    /** Lets waiting readers look again; safe from any thread. */
    @Override
    void close();

    /** One reader's place in the log. */
    interface Cursor extends AutoCloseable {
        /** Hands over at most so many events that follow and answers how many; 0 where nothing is new. */
        int poll(EventBytes consumer, int most);

        @Override
        void close();
    }
}
