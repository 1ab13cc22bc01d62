package org.gavel.exchange.journal.envelope;

import org.agrona.DirectBuffer;

/** Receives records in sequence order. The buffer is reused: it holds the record only during the call. */
@FunctionalInterface
public interface RecordConsumer {
    /** One verified record; the timestamp is in microseconds since 1970 UTC. */
    void onRecord(long sequence, long timestamp, DirectBuffer buffer, int bodyOffset, int bodyLength);
}
