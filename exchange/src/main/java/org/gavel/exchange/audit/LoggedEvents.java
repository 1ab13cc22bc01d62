package org.gavel.exchange.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.gavel.exchange.api.Applied;
import org.gavel.exchange.eventlog.ChronicleEventLog;
import org.gavel.exchange.eventlog.EventAssembler;
import org.gavel.exchange.journal.envelope.EnvelopeLogReader;

/** Reads an event log command by command, strictly read-only. For one thread. */
final class LoggedEvents implements AutoCloseable {
    private static final int POLLED = 256;

    private final Path root;
    private final Deque<Applied> ahead = new ArrayDeque<>();
    private final EventAssembler assembler = new EventAssembler(0, ahead::add);
    private final EnvelopeLogReader reader;

    LoggedEvents(Path dataDirectory) {
        root = ChronicleEventLog.under(dataDirectory);
        try {
            reader = EnvelopeLogReader.open(root, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(root + " could not be read", e);
        }
    }

    /** The next command that caused events, without taking it; empty at the end of the log. */
    Optional<Applied> peek() {
        try {
            while (ahead.isEmpty() && reader.poll(assembler::onEvent, POLLED) > 0) {
                // A command's events may come in several polls.
            }
        } catch (IOException e) {
            throw new UncheckedIOException(root + " could not be read", e);
        }
        return Optional.ofNullable(ahead.peek());
    }

    /** Takes the next command that caused events. */
    Optional<Applied> next() {
        Optional<Applied> next = peek();
        ahead.poll();
        return next;
    }

    /** Why the log cannot be read further, one sentence; empty where it simply ends. */
    String flaw() {
        return reader.flaw().map(flaw -> flaw.sentence()).orElse("");
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
