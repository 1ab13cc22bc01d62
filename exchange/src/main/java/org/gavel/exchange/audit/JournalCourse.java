package org.gavel.exchange.audit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;
import org.gavel.exchange.engine.MarketFault;
import org.gavel.exchange.host.DigestMismatch;
import org.gavel.exchange.journal.AcknowledgedEnd;
import org.gavel.exchange.journal.JournalReader;
import org.gavel.exchange.journal.JournalReport;
import org.gavel.protocol.codec.json.Sealer;
import org.gavel.protocol.codec.sbe.CommandDecoder;

/**
 * The course of a market as its journal tells it: every record in order with its outcome. The whole chain is verified,
 * also behind the last record told. Strictly read-only: the files may be a copy, write-protected, or those of a running
 * node, of which nothing beyond the watermark is told.
 */
public final class JournalCourse {
    private final Path data;
    private final Optional<Sealer> key;
    private final Progress progress;

    /** @param key what opens sealed fields; without it outcomes come from the event log as soon as anything is sealed */
    public JournalCourse(Path dataDirectory, Optional<Sealer> key, Progress progress) {
        this.data = dataDirectory;
        this.key = key;
        this.progress = progress;
    }

    /** How much of a course is told, and how. */
    public record Extent(long untilSequence, long untilTime, boolean openSealed) {
        /** All of it, with sealed fields left sealed. */
        public static final Extent ALL = new Extent(Long.MAX_VALUE, Long.MAX_VALUE, false);

        /** The same extent with sealed fields opened, which needs the key. */
        public Extent opened() {
            return new Extent(untilSequence, untilTime, true);
        }
    }

    /**
     * Tells the records of an extent.
     *
     * @throws org.gavel.exchange.journal.JournalDamage where the journal is not what was written and acknowledged
     * @throws AuditRefused where it cannot be read as asked, with the place and what to do
     * @throws DigestMismatch where the replay differs from what the journal says
     */
    public CourseEnd tell(Extent extent, Consumer<AuditedRecord> listener) {
        if (!Files.isDirectory(data.resolve("journal"))) {
            throw new AuditRefused(data + " holds no journal; name a node's data directory, or a copy of it.");
        }
        long acknowledged = AcknowledgedEnd.of(data).sequence();
        boolean isReadable = key.isPresent() || isUnsealed();
        if (!isReadable && extent.openSealed()) {
            throw new AuditRefused(
                    data + ": the journal holds sealed fields, so this needs the venue's key: name its key"
                            + " directory with --keys.");
        }
        try (RecordSource source = isReadable
                ? new ReplayedRecords(key.orElse(Sealer.NONE), extent.openSealed())
                : new LoggedRecords(data)) {
            Telling telling = new Telling(source, extent, acknowledged, listener);
            JournalReport report = JournalReader.read(data, telling);
            return new CourseEnd(
                    report,
                    isReadable ? Basis.REPLAYED : Basis.EVENT_LOG,
                    source.venue(),
                    source.digests(),
                    telling.last,
                    telling.lastAt,
                    source.stateHash(),
                    telling.told);
        } catch (DigestMismatch e) {
            throw new AuditRefused(
                    JournalPlaces.describe(data, e.sequence()) + ": the replay differs from the journal ("
                            + e.getMessage() + "). Replay it with the release that wrote it; if it differs there too, "
                            + "the journal was not written by an honest node.",
                    e);
        }
    }

    private boolean isUnsealed() {
        boolean[] sealed = {false};
        CommandDecoder decoder = new CommandDecoder(Sealer.NONE);
        JournalReader.read(data, (sequence, at, buffer, offset, length) -> {
            sealed[0] |= Sealed.isIn(decoder.wrap(buffer, offset, length));
        });
        return !sealed[0];
    }

    /** Hands the records of an extent on, and looks at the others only as far as the verification does. */
    private final class Telling implements org.gavel.exchange.journal.envelope.RecordConsumer {
        private final RecordSource source;
        private final Extent extent;
        private final long acknowledged;
        private final Consumer<AuditedRecord> listener;
        private long last;
        private long lastAt;
        private long told;

        Telling(RecordSource source, Extent extent, long acknowledged, Consumer<AuditedRecord> listener) {
            this.source = source;
            this.extent = extent;
            this.acknowledged = acknowledged;
            this.listener = listener;
        }

        @Override
        public void onRecord(long sequence, long at, DirectBuffer buffer, int offset, int length) {
            progress.at(sequence, acknowledged);
            if (sequence > acknowledged || sequence > extent.untilSequence() || at > extent.untilTime()) {
                return;
            }
            try {
                listener.accept(source.take(sequence, at, buffer, offset, length));
            } catch (AuditRefused e) {
                throw e;
            } catch (MarketFault e) {
                throw new AuditRefused(
                        JournalPlaces.describe(data, sequence) + ": the replay stops here (" + e.getMessage()
                                + "). Replay it with the release that wrote it.",
                        e);
            } catch (IllegalStateException e) {
                throw new AuditRefused(JournalPlaces.describe(data, sequence) + ": " + e.getMessage(), e);
            }
            last = sequence;
            lastAt = at;
            told++;
        }
    }
}
