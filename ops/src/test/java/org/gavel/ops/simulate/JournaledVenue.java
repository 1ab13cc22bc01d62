package org.gavel.ops.simulate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.agrona.ExpandableArrayBuffer;
import org.gavel.exchange.engine.Market;
import org.gavel.exchange.eventlog.ChronicleEventLog;
import org.gavel.exchange.eventlog.EventRecorder;
import org.gavel.exchange.host.EngineHost;
import org.gavel.exchange.host.GenesisTerms;
import org.gavel.exchange.journal.ChronicleJournal;
import org.gavel.exchange.journal.Durability;
import org.gavel.exchange.journal.JournalReader;
import org.gavel.exchange.journal.envelope.BatchBuffer;
import org.gavel.exchange.journal.envelope.LogSettings;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.codec.sbe.CommandEncoder;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.NodeStarted;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.Tick;

/**
 * A real journal and event log on disk, made from simulation lines as a node would make them: sequenced, applied by the
 * host, with what is due at its own time and the digests the genesis asks for.
 */
public final class JournaledVenue implements AutoCloseable {
    private static final int DIGEST_EVERY = 16;
    private static final int RECORDS_A_BATCH = 4;

    private final CommandEncoder encoder;
    private final EngineHost host;
    private final ChronicleEventLog events;
    private final ChronicleJournal journal;
    private final BatchBuffer batch = new BatchBuffer();
    private final ExpandableArrayBuffer body = new ExpandableArrayBuffer();
    private final String name;
    private long session;

    /** Opens a new venue in a directory that has none yet. */
    public JournaledVenue(Path data, String name, Sealer sealer) {
        this.name = name;
        encoder = new CommandEncoder(sealer);
        events = ChronicleEventLog.open(ChronicleEventLog.under(data), 0, LogSettings.daily());
        host = new EngineHost(new Market(), sealer, new EventRecorder(events));
        var end = JournalReader.read(data, (s, t, buffer, offset, length) -> {}).end();
        journal = ChronicleJournal.open(data, end, Durability.PROCESS, LogSettings.daily());
        batch.begin();
    }

    /** Journals a whole file of simulation lines and lets everything end. */
    public static void of(Path data, String name, Sealer sealer, Path lines) {
        try (JournaledVenue venue = new JournaledVenue(data, name, sealer)) {
            Files.readAllLines(lines).forEach(venue::line);
            venue.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Journals a line as simulate takes it. */
    public JournaledVenue line(String text) {
        if (!text.isBlank() && !text.startsWith("#")) {
            SimulationLine line = SimulationLine.parse(text, new OrderNames());
            letTimePass(line.at());
            Origin origin = new Origin(
                    line.by(),
                    line.approver(),
                    line.cid(),
                    session == 0 ? line.by() : session,
                    line.at() - 5_000,
                    1,
                    line.role(),
                    line.channel());
            take(line.at(), origin, line.command());
        }
        return this;
    }

    /** The connection that the next lines come over; 0 for one of each person's own. */
    public JournaledVenue over(long connection) {
        session = connection;
        return this;
    }

    /** Lets everything happen that is still due. */
    public void finish() {
        letTimePass(Long.MAX_VALUE - 1);
    }

    private void letTimePass(long until) {
        if (host.market().venue().isEmpty()) {
            take(until, Origin.VENUE, GenesisTerms.of(name, DIGEST_EVERY));
            take(until, Origin.VENUE, new NodeStarted(0, 0, "", 0, 1, "test", "PROCESS"));
        }
        while (host.market().nextDue() <= until) {
            long due = Math.max(host.market().nextDue(), host.market().time());
            take(due, Origin.VENUE, new Tick(due));
        }
    }

    private void take(long at, Origin origin, Command command) {
        host.digestToJournal().ifPresent(digest -> write(at, Origin.VENUE, digest));
        write(at, origin, command);
    }

    private void write(long at, Origin origin, Command command) {
        long sequence = host.market().sequence() + 1;
        int length = encoder.encode(origin, command, body, 0);
        batch.add(sequence, at, body, 0, length);
        if (batch.recordCount() == RECORDS_A_BATCH) {
            append();
        }
        host.onRecord(sequence, at, body, 0, length);
    }

    private void append() {
        if (!batch.isEmpty()) {
            journal.append(batch);
            batch.begin();
            events.publish();
        }
    }

    @Override
    public void close() {
        append();
        events.close();
        journal.close();
    }
}
