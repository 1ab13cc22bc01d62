package org.gavel.exchange.recovery;

import java.nio.file.Path;
import org.gavel.exchange.engine.Market;
import org.gavel.exchange.eventlog.ChronicleEventLog;
import org.gavel.exchange.eventlog.EventLog;
import org.gavel.exchange.eventlog.EventRecorder;
import org.gavel.exchange.host.EngineHost;
import org.gavel.exchange.journal.JournalReader;
import org.gavel.exchange.journal.JournalReport;
import org.gavel.exchange.journal.envelope.LogSettings;
import org.gavel.protocol.codec.json.Sealer;

/**
 * The market as the journal says it is, ready to go on.
 *
 * @param eventsRebuilt events the event log lacked
 */
public record Recovery(EngineHost host, JournalReport report, EventLog eventLog, long eventsRebuilt) {
    /**
     * Verifies and replays a data directory; a new one gives an empty market. Nothing of the journal is changed, the
     * event log is made whole.
     *
     * @throws org.gavel.exchange.journal.JournalDamage where the journal is damaged: it must not be served
     * @throws org.gavel.exchange.host.DigestMismatch where the replay differs from what the journal says
     */
    public static Recovery of(Path dataDirectory, Sealer sealer, LogSettings settings) {
        EventLogRepair repair = new EventLogRepair(ChronicleEventLog.under(dataDirectory), settings);
        EventRecorder recorder = new EventRecorder(repair);
        EngineHost host = new EngineHost(new Market(), sealer, recorder);
        JournalReport report = JournalReader.read(dataDirectory, host);
        EventLog log = repair.finish();
        recorder.redirect(log);
        return new Recovery(host, report, log, repair.written());
    }
}
