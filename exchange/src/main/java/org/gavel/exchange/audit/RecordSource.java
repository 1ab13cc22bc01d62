package org.gavel.exchange.audit;

import org.agrona.DirectBuffer;

/** Turns journal records into audited ones, each once and in order. */
interface RecordSource extends AutoCloseable {
    AuditedRecord take(long sequence, long at, DirectBuffer buffer, int offset, int length);

    String venue();

    /** Journaled state digests that proved equal. */
    long digests();

    /** SHA-256 of the state after the last record taken, hex; empty where nothing is replayed. */
    String stateHash();

    @Override
    void close();
}
