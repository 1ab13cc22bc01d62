package org.gavel.exchange.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gavel.exchange.api.Applied;
import org.gavel.protocol.codec.json.CanonicalJson;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.event.Event;

/** Holds an event log against the replay of a journal. Single-threaded; feed it every record of the course. */
public final class EventLogDiff implements AutoCloseable {
    private final LoggedEvents log;
    private final List<String> words = new ArrayList<>();
    private long same;
    private boolean done;

    /** @param dataDirectory whose event log it is */
    public EventLogDiff(Path dataDirectory) {
        log = new LoggedEvents(dataDirectory);
    }

    /** Compares what the replay says a record caused with what the log says. */
    public void take(AuditedRecord record) {
        if (done || record.events().isEmpty()) {
            return;
        }
        Optional<Applied> logged = log.next();
        if (logged.isEmpty()) {
            words.add("The event log ends before sequence " + record.sequence()
                    + ": a node rebuilds the rest at its next start." + suffix());
            done = true;
        } else if (!isSame(record, logged.get())) {
            describe(record, logged.get());
            done = true;
        } else {
            same++;
        }
    }

    private String suffix() {
        return log.flaw().isEmpty() ? "" : " It is damaged: " + log.flaw();
    }

    private static boolean isSame(AuditedRecord record, Applied logged) {
        return record.sequence() == logged.sequence()
                && record.at() == logged.timestamp()
                && record.events().equals(logged.events());
    }

    private void describe(AuditedRecord record, Applied logged) {
        if (record.sequence() != logged.sequence()) {
            words.add("The replay has events of sequence " + record.sequence() + " where the log goes on with sequence "
                    + logged.sequence() + ".");
            return;
        }
        if (record.at() != logged.timestamp()) {
            words.add("Sequence " + record.sequence() + " is at " + record.at() + " in the journal and at "
                    + logged.timestamp() + " in the log.");
        }
        int most = Math.max(record.events().size(), logged.events().size());
        for (int i = 0; i < most; i++) {
            String replayed = text(record.events(), i);
            String found = text(logged.events(), i);
            if (!replayed.equals(found)) {
                words.add("Event " + (i + 1) + " of sequence " + record.sequence() + " is " + replayed
                        + " in the replay and " + found + " in the log.");
            }
        }
    }

    private static String text(List<Event> events, int index) {
        return index < events.size() ? CanonicalJson.write(JsonCodec.tree(events.get(index))) : "absent";
    }

    /** What differs, one sentence each; empty where nothing does. */
    public List<String> words() {
        return List.copyOf(words);
    }

    /** Commands whose events are the same, from the first on. */
    public long same() {
        return same;
    }

    @Override
    public void close() {
        try {
            log.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the event log could not be closed", e);
        }
    }
}
