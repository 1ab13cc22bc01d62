package org.gavel.exchange.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.gavel.exchange.api.KeptView;
import org.gavel.exchange.eventlog.ChronicleEventLog;
import org.gavel.exchange.eventlog.EventAssembler;
import org.gavel.exchange.journal.JournalReader;
import org.gavel.exchange.journal.envelope.EnvelopeLogReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The views of a data directory that are kept beside the engine's snapshots. A view is kept by another one of its kind,
 * which begins where the last was kept and is told the events up to the snapshot: the one that serves never waits. What
 * cannot be kept or read in again is told in the log and costs the next start time, nothing else. Thread-safe; {@link
 * #keep} is one thread's.
 */
public final class KeptViews {
    private static final Logger LOG = LoggerFactory.getLogger(KeptViews.class);
    private static final int MOST_AT_ONCE = 4096;
    private static final long WAIT_NANOS = 5_000_000;

    private final Path dataDirectory;
    private final Snapshots snapshots;
    private final int kept;
    private final Map<String, Kind> kinds = new ConcurrentHashMap<>();

    /** How many events the venue had after the command of a sequence, where that is known. */
    private final ConcurrentSkipListMap<Long, Long> events = new ConcurrentSkipListMap<>(Map.of(0L, 0L));

    /**
     * The views of one name.
     *
     * @param serving the one that is asked
     * @param last the file of the newest that proved right
     * @param keptAt the sequence it was kept at, or should have been
     */
    private record Kind(Supplier<? extends KeptView> fresh, KeptView serving, Optional<Path> last, long keptAt) {
        Kind kept(Optional<Path> file, long at) {
            return new Kind(fresh, serving, file, at);
        }
    }

    /** Those of a data directory, of which as many are kept as of the engine's snapshots. */
    public KeptViews(Path dataDirectory, SnapshotRule rule) {
        this.dataDirectory = dataDirectory;
        this.snapshots = Snapshots.of(dataDirectory);
        this.kept = rule.kept();
    }

    /** Learns how many events there were after a sequence. */
    public void reached(long sequence, long eventsSoFar) {
        events.put(sequence, eventsSoFar);
    }

    /** The number of an event at or before the first that a command after this sequence caused; as near as is known. */
    public long firstEventAfter(long sequence) {
        return events.floorEntry(sequence).getValue() + 1;
    }

    /** The newest kept view of a name that fits this journal and this build, else a fresh one; it is kept from now on. */
    public <V extends KeptView> V begin(String name, Supplier<V> fresh) {
        try {
            for (Path file : snapshots.viewsNewestFirst(name)) {
                try {
                    V view = fresh.get();
                    SnapshotHeader header = requireFits(file);
                    ViewFile.read(file, view);
                    reached(view.sequence(), header.events());
                    kinds.put(name, new Kind(fresh, view, Optional.of(file), header.sequence()));
                    LOG.info("the view {} goes on from sequence {}", name, header.sequence());
                    return view;
                } catch (SnapshotRefusal refusal) {
                    LOG.warn("VIEW NOT USED: {}", refusal.getMessage());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the kept views of " + dataDirectory + " could not be read", e);
        }
        LOG.info("the view {} is told all events from the first on", name);
        V view = fresh.get();
        kinds.put(name, new Kind(fresh, view, Optional.empty(), 0));
        return view;
    }

    private SnapshotHeader requireFits(Path file) throws SnapshotRefusal, IOException {
        SnapshotHeader header = SnapshotFile.header(file);
        if (!JournalReader.holds(dataDirectory, header.anchor())) {
            throw SnapshotRefusal.unfit(
                    file,
                    "the journal does not hold, or no longer, the batch up to sequence "
                            + header.anchor().batch().sequence() + " in which it was kept");
        }
        if (header.events() > events.lastEntry().getValue()) {
            throw SnapshotRefusal.unfit(file, "it was told event " + header.events() + ", which the market never sent");
        }
        return header;
    }

    /**
     * Keeps every view beside a snapshot that was published, where that was not done yet and the one that serves has been
     * told as much. What fails is told and left: the snapshot stands, and the
     * node goes on.
     *
     * @param goesOn false: the node stops, nothing more is kept
     */
    public void keep(SnapshotHeader beside, BooleanSupplier goesOn) {
        kinds.forEach((name, kind) -> {
            if (kind.keptAt >= beside.sequence() || kind.serving.sequence() < beside.sequence()) {
                return;
            }
            kinds.put(name, kind.kept(kind.last, beside.sequence()));
            try {
                keep(name, kind, beside, goesOn);
            } catch (IOException | RuntimeException e) {
                LOG.error("the view {} could not be kept at sequence {}", name, beside.sequence(), e);
            }
        });
    }

    private void keep(String name, Kind kind, SnapshotHeader beside, BooleanSupplier goesOn) throws IOException {
        KeptView view = kind.fresh.get();
        long told = 0;
        if (kind.last.isPresent()) {
            try {
                told = requireFits(kind.last.get()).events();
                ViewFile.read(kind.last.get(), view);
            } catch (SnapshotRefusal | IOException refusal) {
                LOG.warn("the view {} is kept anew: {}", name, refusal.getMessage());
                view = kind.fresh.get();
                told = 0;
            }
        }
        if (tell(view, told, beside.events(), goesOn)) {
            view.settle();
            write(name, kind, view, beside);
        }
    }

    /** Tells a view the events after one up to another; answers false where that was given up. */
    private boolean tell(KeptView view, long after, long until, BooleanSupplier goesOn) throws IOException {
        EventAssembler assembler = new EventAssembler(0, view);
        try (EnvelopeLogReader log = EnvelopeLogReader.open(ChronicleEventLog.under(dataDirectory), after + 1)) {
            while (log.nextSequence() <= until && goesOn.getAsBoolean()) {
                int most = (int) Math.min(MOST_AT_ONCE, until - log.nextSequence() + 1);
                if (log.poll(assembler::onEvent, most) == 0) {
                    if (log.flaw().isPresent()) {
                        throw new IOException(log.flaw().get().sentence());
                    }
                    LockSupport.parkNanos(WAIT_NANOS);
                }
            }
            return log.nextSequence() > until;
        }
    }

    private void write(String name, Kind kind, KeptView view, SnapshotHeader beside) throws IOException {
        Path written = snapshots.beginView(name, beside.sequence());
        Files.deleteIfExists(written);
        ViewFile.write(written, view, beside);
        try {
            SnapshotFile.verify(written);
        } catch (SnapshotRefusal refusal) {
            throw new IOException("what was just written cannot be read back: " + refusal.getMessage(), refusal);
        }
        Path published = snapshots.publishView(written, name, beside.sequence(), kept);
        reached(beside.sequence(), beside.events());
        kinds.put(name, kind.kept(Optional.of(published), beside.sequence()));
        LOG.info("kept view {}", published);
    }
}
