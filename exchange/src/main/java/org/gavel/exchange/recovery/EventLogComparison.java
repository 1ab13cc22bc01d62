package org.gavel.exchange.recovery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.agrona.DirectBuffer;
import org.gavel.exchange.journal.envelope.BatchPlace;
import org.gavel.exchange.journal.envelope.EnvelopeLogReader;
import org.gavel.exchange.journal.envelope.Flaw;

/** Reads an event log beside a replay and says of each event whether the log has the very same. Single-threaded. */
final class EventLogComparison implements AutoCloseable {
    private final Path root;
    private final EnvelopeLogReader reader;
    private long expectedOrdinal;
    private long expectedTimestamp;
    private DirectBuffer expected;
    private int expectedOffset;
    private int expectedLength;
    private boolean same;
    private boolean found;

    EventLogComparison(Path root) {
        this(root, 1, Optional.empty());
    }

    /** Beside a replay whose first event has this number, behind a batch whose place may be known. */
    EventLogComparison(Path root, long first, Optional<BatchPlace> known) {
        this.root = root;
        try {
            reader = EnvelopeLogReader.open(root, first, known);
        } catch (IOException e) {
            throw new UncheckedIOException(root + " could not be read", e);
        }
    }

    /** Whether the log's next event is this one. */
    boolean isNext(long ordinal, long timestamp, DirectBuffer body, int offset, int length) {
        expectedOrdinal = ordinal;
        expectedTimestamp = timestamp;
        expected = body;
        expectedOffset = offset;
        expectedLength = length;
        same = false;
        try {
            found = reader.poll(this::compare, 1) == 1;
            return found && same;
        } catch (IOException e) {
            throw new UncheckedIOException(root + " could not be read", e);
        }
    }

    private void compare(long ordinal, long timestamp, DirectBuffer body, int offset, int length) {
        same = ordinal == expectedOrdinal
                && timestamp == expectedTimestamp
                && length == expectedLength
                && sameBytes(body, offset);
    }

    private boolean sameBytes(DirectBuffer body, int offset) {
        for (int i = 0; i < expectedLength; i++) {
            if (body.getByte(offset + i) != expected.getByte(expectedOffset + i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the log had any event where the last one asked about should be. */
    boolean found() {
        return found;
    }

    /** Where and why the log cannot be read further. */
    Optional<Flaw> flaw() {
        return reader.flaw();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
