package org.gavel.exchange.recovery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gavel.exchange.engine.MarketFault;
import org.gavel.exchange.eventlog.ChronicleEventLog;
import org.gavel.exchange.eventlog.EventLog;
import org.gavel.exchange.eventlog.EventRecorder;
import org.gavel.exchange.host.DigestMismatch;
import org.gavel.exchange.host.EngineHost;
import org.gavel.exchange.journal.AnchorMissing;
import org.gavel.exchange.journal.JournalReader;
import org.gavel.exchange.journal.JournalReport;
import org.gavel.exchange.journal.envelope.BatchPlace;
import org.gavel.exchange.journal.envelope.LogSettings;
import org.gavel.exchange.snapshot.Restored;
import org.gavel.exchange.snapshot.SnapshotFile;
import org.gavel.exchange.snapshot.SnapshotHeader;
import org.gavel.exchange.snapshot.SnapshotRefusal;
import org.gavel.exchange.snapshot.Snapshots;
import org.gavel.protocol.codec.json.Sealer;

/** Tries the snapshots from the newest on; each that proves wrong is named, and the one before takes its place. */
final class SnapshotStart {
    private final Path dataDirectory;
    private final Path eventLog;
    private final Sealer sealer;
    private final LogSettings settings;
    private final Consumer<FoundJournal> admission;
    private final List<String> refused = new ArrayList<>();

    SnapshotStart(Path dataDirectory, Sealer sealer, LogSettings settings, Consumer<FoundJournal> admission) {
        this.dataDirectory = dataDirectory;
        this.eventLog = ChronicleEventLog.under(dataDirectory);
        this.sealer = sealer;
        this.settings = settings;
        this.admission = admission;
    }

    Recovery recover() {
        try {
            for (Path file : Snapshots.of(dataDirectory).newestFirst()) {
                try {
                    return from(file);
                } catch (SnapshotRefusal refusal) {
                    refused.add(refusal.getMessage());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the snapshots of " + dataDirectory + " could not be read", e);
        }
        return Recovery.ofAll(dataDirectory, sealer, settings, admission, refused);
    }

    private Recovery from(Path file) throws IOException, SnapshotRefusal {
        Restored restored = SnapshotFile.read(file);
        SnapshotHeader header = restored.header();
        long acknowledged = JournalReader.acknowledged(dataDirectory);
        if (acknowledged < header.anchor().batch().sequence()) {
            throw SnapshotRefusal.unfit(
                    file,
                    "it was taken at sequence " + header.sequence() + ", but the watermark says that only sequence "
                            + acknowledged + " was acknowledged");
        }
        Optional<BatchPlace> last = EventLogRepair.find(eventLog, header.events());
        if (header.events() > 0 && last.isEmpty()) {
            throw SnapshotRefusal.unfit(
                    file, "the event log " + eventLog + " lacks event " + header.events() + ", which is older than it");
        }
        EventLogRepair repair = new EventLogRepair(eventLog, settings, header.events(), last);
        try {
            EventRecorder recorder = new EventRecorder(repair, header.events(), header.eventsHash());
            EngineHost host = new EngineHost(restored.market(), sealer, recorder, restored.mark());
            JournalReport report = JournalReader.readBehind(dataDirectory, header.anchor(), host);
            admission.accept(new FoundJournal(host.market().venue(), host.openedAt(), report.end()));
            EventLog log = repair.finish();
            return new Recovery(host, report, log, repair.written(), Optional.of(header), refused);
        } catch (AnchorMissing missing) {
            repair.abandon();
            throw SnapshotRefusal.unfit(file, missing.getMessage());
        } catch (DigestMismatch | MarketFault difference) {
            repair.abandon();
            throw SnapshotRefusal.unfit(file, "the replay from it differs: " + difference.getMessage());
        } catch (RuntimeException e) {
            repair.abandon();
            throw e;
        }
    }
}
