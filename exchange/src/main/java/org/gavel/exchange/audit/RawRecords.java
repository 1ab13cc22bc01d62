package org.gavel.exchange.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.agrona.concurrent.UnsafeBuffer;
import org.gavel.exchange.journal.envelope.ChainHash;
import org.gavel.exchange.journal.envelope.Flaw;

/** The records of a journal one by one as bytes, as far as they are intact. Read-only, for one thread. */
final class RawRecords implements AutoCloseable {
    /** A record as it lies in its file. */
    record Raw(long sequence, long at, UnsafeBuffer body, String place, String batchHash, boolean endsBatch) {
        boolean isSame(Raw other) {
            return sequence == other.sequence && at == other.at && body.equals(other.body);
        }
    }

    private final BatchWalk walk;
    private final Deque<Raw> batch = new ArrayDeque<>();
    private String chainHash = ChainHash.ZERO.toString();
    private long records;

    RawRecords(Path dataDirectory) throws IOException {
        walk = BatchWalk.of(dataDirectory);
    }

    Optional<Raw> next() throws IOException {
        if (batch.isEmpty() && walk.next()) {
            load();
        }
        Raw next = batch.poll();
        if (next != null) {
            records++;
            chainHash = next.endsBatch() ? next.batchHash() : chainHash;
        }
        return Optional.ofNullable(next);
    }

    private void load() {
        String place = walk.file() + ", batch at byte " + walk.position() + ", sequence ";
        String hash = walk.batch().hash().toString();
        long last = walk.batch().lastSequence();
        walk.batch().forEach((sequence, at, buffer, offset, length) -> {
            byte[] body = new byte[length];
            buffer.getBytes(offset, body);
            batch.add(new Raw(sequence, at, new UnsafeBuffer(body), place + sequence, hash, sequence == last));
        });
    }

    /** Reads to the end, only to know what is there. */
    void drain() throws IOException {
        while (next().isPresent()) {
            // Each record counts itself.
        }
    }

    long records() {
        return records;
    }

    String chainHash() {
        return chainHash;
    }

    String flaw() {
        return walk.flaw().map(Flaw::sentence).orElse("");
    }

    @Override
    public void close() throws IOException {
        walk.close();
    }
}
