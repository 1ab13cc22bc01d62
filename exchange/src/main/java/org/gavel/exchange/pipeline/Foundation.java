package org.gavel.exchange.pipeline;

import java.util.Optional;
import java.util.function.Consumer;
import org.gavel.exchange.engine.Market;
import org.gavel.exchange.eventlog.EventLog;
import org.gavel.exchange.eventlog.EventRecorder;
import org.gavel.exchange.eventlog.InMemoryEventLog;
import org.gavel.exchange.host.EngineHost;
import org.gavel.exchange.journal.ChronicleJournal;
import org.gavel.exchange.journal.Durability;
import org.gavel.exchange.journal.Journal;
import org.gavel.exchange.journal.JournalPosition;
import org.gavel.exchange.journal.JournalReport;
import org.gavel.exchange.journal.RehearsalJournal;
import org.gavel.exchange.recovery.FoundJournal;
import org.gavel.exchange.recovery.Recovery;
import org.gavel.exchange.snapshot.SnapshotHeader;

/**
 * What an exchange stands on: a recovered market, its journal and its event log.
 *
 * @param end of the journal before this start
 * @param report what the recovery found, one sentence
 * @param snapshot it went on from: what is older is still to be proved
 */
record Foundation(
        EngineHost host,
        Journal journal,
        EventLog eventLog,
        JournalPosition end,
        long droppedBytes,
        String report,
        Optional<SnapshotHeader> snapshot) {
    static Foundation lay(ExchangeSettings settings, Consumer<FoundJournal> admission) {
        return settings.durability() == Durability.MEMORY ? inMemory(settings, admission) : onDisk(settings, admission);
    }

    private static Foundation inMemory(ExchangeSettings settings, Consumer<FoundJournal> admission) {
        admission.accept(new FoundJournal("", 0, JournalPosition.START));
        EventLog log = new InMemoryEventLog();
        EngineHost host = new EngineHost(new Market(), settings.sealer(), EventRecorder.unhashed(log));
        return new Foundation(
                host,
                new RehearsalJournal(),
                log,
                JournalPosition.START,
                0,
                "nothing is kept on disk: this is a rehearsal",
                Optional.empty());
    }

    private static Foundation onDisk(ExchangeSettings settings, Consumer<FoundJournal> admission) {
        ChronicleJournal.requireUnheld(settings.dataDirectory());
        Recovery recovery = Recovery.of(settings.dataDirectory(), settings.sealer(), settings.logs(), found -> {
            requireVenue(settings, found.venue());
            admission.accept(found);
        });
        JournalReport report = recovery.report();
        try {
            Journal journal = ChronicleJournal.open(
                    settings.dataDirectory(), report.end(), settings.durability(), settings.logs());
            return new Foundation(
                    recovery.host(),
                    journal,
                    recovery.eventLog(),
                    report.end(),
                    report.droppedBytes(),
                    describe(recovery),
                    recovery.snapshot());
        } catch (RuntimeException e) {
            recovery.eventLog().close();
            throw e;
        }
    }

    private static void requireVenue(ExchangeSettings settings, String venue) {
        if (!venue.isEmpty() && !venue.equals(settings.venue())) {
            throw new IllegalStateException(settings.dataDirectory() + " belongs to the venue \"" + venue
                    + "\", not to \"" + settings.venue() + "\"; name another data directory or the right venue");
        }
    }

    private static String describe(Recovery recovery) {
        JournalReport report = recovery.report();
        if (report.end().sequence() == 0) {
            return "a new venue begins";
        }
        String dropped = report.droppedBytes() == 0 ? "" : "; " + report.dropped();
        String from = recovery.snapshot()
                .map(header -> "went on from the snapshot at sequence " + header.sequence() + ", ")
                .orElse("");
        String refused =
                recovery.refused().isEmpty() ? "" : "; SNAPSHOT NOT USED: " + String.join(" ", recovery.refused());
        return from + "verified and replayed " + report.records() + " records of " + report.generations()
                + " generations, state digests equal: " + recovery.host().digestsMatched()
                + ", events rebuilt: " + recovery.eventsRebuilt() + dropped + refused;
    }

    void close() {
        try {
            eventLog.close();
        } finally {
            journal.close();
        }
    }
}
