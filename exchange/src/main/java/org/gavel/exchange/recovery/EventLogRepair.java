package org.gavel.exchange.recovery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.agrona.DirectBuffer;
import org.gavel.exchange.eventlog.ChronicleEventLog;
import org.gavel.exchange.eventlog.EventBytes;
import org.gavel.exchange.journal.envelope.BatchPlace;
import org.gavel.exchange.journal.envelope.EnvelopeLogReader;
import org.gavel.exchange.journal.envelope.LogSettings;

/**
 * Holds the event log on disk against the events of a replay; from the first that is missing or different on, it
 * writes what the replay says. Single-threaded.
 */
final class EventLogRepair implements EventBytes {
    private final Path root;
    private final LogSettings settings;
    private final long after;
    private final Optional<BatchPlace> last;
    private final EventLogComparison comparison;
    private ChronicleEventLog rebuilt;
    private long lastOrdinal;
    private long written;

    EventLogRepair(Path root, LogSettings settings) {
        this(root, settings, 0, Optional.empty());
    }

    /** For a replay that begins after so many events; {@code last} is where the last of them lies. */
    EventLogRepair(Path root, LogSettings settings, long after, Optional<BatchPlace> last) {
        this.after = after;
        this.last = last;
        this.root = root;
        this.settings = settings;
        this.comparison = new EventLogComparison(root, after + 1, last);
        this.lastOrdinal = after;
    }

    /** Where the log has an event of this number, if it does. */
    static Optional<BatchPlace> find(Path root, long ordinal) throws IOException {
        try (EnvelopeLogReader reader = EnvelopeLogReader.open(root, ordinal)) {
            boolean isThere = reader.poll((number, time, body, offset, length) -> {}, 1) == 1;
            return isThere ? reader.place() : Optional.empty();
        }
    }

    /** Gives up: what was written is superseded by whoever repairs the log next. */
    void abandon() {
        if (rebuilt != null) {
            rebuilt.close();
        }
        closeComparison();
    }

    @Override
    public void onEvent(long ordinal, long timestamp, DirectBuffer body, int offset, int length) {
        boolean stands = rebuilt == null && comparison.isNext(ordinal, timestamp, body, offset, length);
        if (!stands) {
            log(ordinal - 1).onEvent(ordinal, timestamp, body, offset, length);
            written++;
        }
        lastOrdinal = ordinal;
    }

    private ChronicleEventLog log(long after) {
        if (rebuilt == null) {
            rebuilt = ChronicleEventLog.open(root, after, settings);
        }
        return rebuilt;
    }

    /** The log, whole again and ready for what comes next. */
    ChronicleEventLog finish() {
        ChronicleEventLog log = log(lastOrdinal);
        log.publish();
        log.remember(after, last);
        closeComparison();
        return log;
    }

    private void closeComparison() {
        try {
            comparison.close();
        } catch (IOException e) {
            throw new UncheckedIOException(root + " could not be closed", e);
        }
    }

    /** Events that were missing or different. */
    long written() {
        return written;
    }
}
