package org.gavel.exchange.eventlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.agrona.DirectBuffer;
import org.gavel.exchange.journal.envelope.BatchBuffer;
import org.gavel.exchange.journal.envelope.BatchChain;
import org.gavel.exchange.journal.envelope.BatchPlace;
import org.gavel.exchange.journal.envelope.EnvelopeLogReader;
import org.gavel.exchange.journal.envelope.EnvelopeLogWriter;
import org.gavel.exchange.journal.envelope.LogSettings;

/**
 * The event log on disk, in the journal's envelope but neither forced nor chained: what it lacks after a crash is
 * rebuilt from the journal. Its generation supersedes what older ones hold from its first event on.
 */
public final class ChronicleEventLog implements EventLog {
    private final Path root;
    private final EnvelopeLogWriter writer;
    private final BatchBuffer batch = new BatchBuffer();

    /** An event whose place is known, so that nobody has to look for it again. */
    private volatile long knownOrdinal = Long.MAX_VALUE;

    private volatile Optional<BatchPlace> known = Optional.empty();

    private ChronicleEventLog(Path root, EnvelopeLogWriter writer) {
        this.root = root;
        this.writer = writer;
        batch.begin();
    }

    /** Where a data directory keeps its event log. */
    public static Path under(Path dataDirectory) {
        return dataDirectory.resolve("eventlog");
    }

    /** Goes on after this event in a new generation. */
    public static ChronicleEventLog open(Path root, long lastOrdinal, LogSettings settings) {
        try {
            EnvelopeLogWriter writer =
                    EnvelopeLogWriter.open(root, lastOrdinal, Long.MIN_VALUE, BatchChain.unchained(), settings);
            return new ChronicleEventLog(root, writer);
        } catch (IOException e) {
            throw new UncheckedIOException(root + " could not be opened for writing", e);
        }
    }

    /** Learns where the batch with an event lies. */
    public void remember(long ordinal, Optional<BatchPlace> place) {
        known = place;
        knownOrdinal = ordinal;
    }

    @Override
    public void onEvent(long ordinal, long timestamp, DirectBuffer body, int offset, int length) {
        if (!batch.hasRoomFor(length)) {
            publish();
        }
        batch.add(ordinal, timestamp, body, offset, length);
    }

    @Override
    public void publish() {
        if (batch.isEmpty()) {
            return;
        }
        try {
            writer.append(batch);
            batch.begin();
        } catch (IOException e) {
            throw new UncheckedIOException(root + " failed at an append", e);
        }
    }

    @Override
    public Cursor cursor(long first) {
        return new DiskCursor(root, first, first >= knownOrdinal ? known : Optional.empty());
    }

    @Override
    public void close() {
        try {
            publish();
        } finally {
            closeWriter();
        }
    }

    private void closeWriter() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(root + " could not be closed", e);
        }
    }

    /** Reads the files; one thread. */
    private static final class DiskCursor implements Cursor {
        private final Path root;
        private final EnvelopeLogReader reader;

        DiskCursor(Path root, long first, Optional<BatchPlace> known) {
            this.root = root;
            try {
                reader = EnvelopeLogReader.open(root, first, known);
            } catch (IOException e) {
                throw new UncheckedIOException(root + " could not be read", e);
            }
        }

        @Override
        public int poll(EventBytes consumer, int most) {
            try {
                int polled = reader.poll(consumer::onEvent, most);
                if (polled == 0 && reader.flaw().isPresent()) {
                    throw new IllegalStateException(
                            "the event log is damaged: " + reader.flaw().get());
                }
                return polled;
            } catch (IOException e) {
                throw new UncheckedIOException(root + " could not be read", e);
            }
        }

        @Override
        public void close() {
            try {
                reader.close();
            } catch (IOException e) {
                throw new UncheckedIOException(root + " could not be closed", e);
            }
        }
    }
}
