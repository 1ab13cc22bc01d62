package org.gavel.exchange.recovery;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gavel.exchange.engine.Market;
import org.gavel.exchange.eventlog.ChronicleEventLog;
import org.gavel.exchange.eventlog.EventLog;
import org.gavel.exchange.eventlog.EventRecorder;
import org.gavel.exchange.host.EngineHost;
import org.gavel.exchange.journal.JournalReader;
import org.gavel.exchange.journal.JournalReport;
import org.gavel.exchange.journal.envelope.LogSettings;
import org.gavel.exchange.snapshot.SnapshotHeader;
import org.gavel.protocol.codec.json.Sealer;

/**
 * The market as the journal says it is, ready to go on.
 *
 * @param eventsRebuilt events the event log lacked
 * @param snapshot it went on from; what is older than its anchor is not verified yet
 * @param refused a sentence for every snapshot that could not be used
 */
public record Recovery(
        EngineHost host,
        JournalReport report,
        EventLog eventLog,
        long eventsRebuilt,
        Optional<SnapshotHeader> snapshot,
        List<String> refused) {
    public Recovery {
        refused = List.copyOf(refused);
    }

    /**
     * Goes on from the newest snapshot that proves right, else from the first record: verifies and replays what
     * follows. A new directory gives an empty market. Nothing of the journal is changed, the event log is made whole.
     *
     * @throws org.gavel.exchange.journal.JournalDamage where the journal is damaged: it must not be served
     * @throws org.gavel.exchange.host.DigestMismatch where the replay differs from what the journal says
     */
    public static Recovery of(Path dataDirectory, Sealer sealer, LogSettings settings) {
        return of(dataDirectory, sealer, settings, found -> {});
    }

    /** The same; what {@code admission} throws ends it, with the event log as it was where it lacked nothing. */
    public static Recovery of(
            Path dataDirectory, Sealer sealer, LogSettings settings, Consumer<FoundJournal> admission) {
        return new SnapshotStart(dataDirectory, sealer, settings, admission).recover();
    }

    /** The same from the first record on, whatever snapshots there are. */
    static Recovery ofAll(
            Path dataDirectory,
            Sealer sealer,
            LogSettings settings,
            Consumer<FoundJournal> admission,
            List<String> refused) {
        EventLogRepair repair = new EventLogRepair(ChronicleEventLog.under(dataDirectory), settings);
        try {
            EventRecorder recorder = new EventRecorder(repair);
            EngineHost host = new EngineHost(new Market(), sealer, recorder);
            JournalReport report = JournalReader.read(dataDirectory, host);
            admission.accept(new FoundJournal(host.market().venue(), host.openedAt(), report.end()));
            EventLog log = repair.finish();
            return new Recovery(host, report, log, repair.written(), Optional.empty(), refused);
        } catch (RuntimeException e) {
            repair.abandon();
            throw e;
        }
    }
}
