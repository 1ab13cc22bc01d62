package org.gavel.exchange.recovery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HexFormat;
import org.agrona.DirectBuffer;
import org.gavel.exchange.engine.Market;
import org.gavel.exchange.eventlog.ChronicleEventLog;
import org.gavel.exchange.eventlog.EventBytes;
import org.gavel.exchange.eventlog.EventRecorder;
import org.gavel.exchange.host.DigestMismatch;
import org.gavel.exchange.host.EngineHost;
import org.gavel.exchange.journal.JournalReader;
import org.gavel.exchange.journal.JournalReport;
import org.gavel.exchange.journal.envelope.RecordConsumer;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.command.StateDigest;

/**
 * What an auditor's replay of a data directory found.
 *
 * @param events the replay yields
 * @param eventsLacking of them the event log does not have (yet); they are rebuilt at the next start
 * @param keyProofs what showed that the key is this journal's: starts that name it, sealed fields that it opened
 * @param digests journaled state digests that the replay equals
 * @param stateSequence the record after which the state had {@code stateHash}: that of the newest digest, or the end
 */
public record Audit(
        JournalReport report,
        String venue,
        long events,
        long eventsLacking,
        long keyProofs,
        long digests,
        long stateSequence,
        String stateHash) {
    /**
     * Verifies envelope, chain and watermark, replays everything, compares every journaled digest and every event in
     * the event log. Read-only; the node may be running.
     *
     * @throws org.gavel.exchange.journal.JournalDamage at the first damage
     * @throws DigestMismatch at the first difference
     */
    public static Audit of(Path dataDirectory, Sealer sealer) {
        return of(dataDirectory, sealer, (sequence, at, buffer, offset, length) -> {});
    }

    /** The same; {@code beside} is shown every record before it is replayed. */
    public static Audit of(Path dataDirectory, Sealer sealer, RecordConsumer beside) {
        Path root = ChronicleEventLog.under(dataDirectory);
        try (EventLogComparison comparison = new EventLogComparison(root)) {
            Check check = new Check(comparison);
            EventRecorder recorder = new EventRecorder(check);
            OpenedFields opened = new OpenedFields(sealer);
            EngineHost host = new EngineHost(new Market(), opened, recorder);
            check.host = host;
            JournalReport report = JournalReader.read(dataDirectory, (sequence, at, buffer, offset, length) -> {
                beside.onRecord(sequence, at, buffer, offset, length);
                host.onRecord(sequence, at, buffer, offset, length);
            });
            return check.conclude(report, recorder.ordinal(), opened.count + host.keysMatched());
        } catch (IOException e) {
            throw new UncheckedIOException(root + " could not be read", e);
        }
    }

    /** Counts what a key has opened: each field is authenticated, so that no other key does. */
    private static final class OpenedFields implements Sealer {
        private final Sealer key;
        private long count;

        OpenedFields(Sealer key) {
            this.key = key;
        }

        @Override
        public String fingerprint() {
            return key.fingerprint();
        }

        @Override
        public String seal(String plain) {
            return key.seal(plain);
        }

        @Override
        public String open(String sealed) {
            String plain = key.open(sealed);
            count++;
            return plain;
        }
    }

    /** Compares while the log has events; one that ends early is short, one that differs is wrong. */
    private static final class Check implements EventBytes {
        private final EventLogComparison comparison;
        private EngineHost host;
        private long lacking;

        Check(EventLogComparison comparison) {
            this.comparison = comparison;
        }

        @Override
        public void onEvent(long ordinal, long timestamp, DirectBuffer body, int offset, int length) {
            if (lacking > 0) {
                lacking++;
                return;
            }
            if (comparison.isNext(ordinal, timestamp, body, offset, length)) {
                return;
            }
            if (comparison.flaw().isPresent()) {
                String flaw = comparison.flaw().get().sentence();
                throw new DigestMismatch(
                        sequence(),
                        "the event log is damaged: " + flaw
                                + " It is told from the journal, and the next start tells it anew.");
            }
            if (comparison.found()) {
                throw new DigestMismatch(sequence(), "event " + ordinal + " differs from the one in the event log");
            }
            lacking = 1;
        }

        private Audit conclude(JournalReport report, long events, long keyProofs) {
            StateDigest end = host.newestDigest()
                    .orElseGet(() -> new StateDigest(
                            Math.max(1, host.market().sequence()),
                            HexFormat.of().formatHex(host.market().stateHash()),
                            ""));
            return new Audit(
                    report,
                    host.market().venue(),
                    events,
                    lacking,
                    keyProofs,
                    host.digestsMatched(),
                    end.sequence(),
                    end.stateHash());
        }

        private long sequence() {
            return host.request().sequence();
        }
    }
}
