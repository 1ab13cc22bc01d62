package org.gavel.exchange.eventlog;

import org.agrona.DirectBuffer;

/** Takes the event log's records one by one. The buffer holds the body only during the call. */
@FunctionalInterface
public interface EventBytes {
    /**
     * One event, in order.
     *
     * @param ordinal counts all events of the venue from 1
     * @param timestamp of the command that caused it, microseconds since 1970
     */
    void onEvent(long ordinal, long timestamp, DirectBuffer body, int offset, int length);
}
