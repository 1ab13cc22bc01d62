package org.gavel.exchange.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Optional;
import org.agrona.DirectBuffer;
import org.gavel.exchange.journal.envelope.BatchView;
import org.gavel.exchange.journal.envelope.Flaw;
import org.gavel.exchange.journal.envelope.Generation;
import org.gavel.exchange.journal.envelope.RecordConsumer;
import org.gavel.exchange.journal.envelope.SegmentScan;
import org.gavel.exchange.journal.envelope.SegmentScan.Step;

/**
 * Follows a journal batch by batch, as far as somebody who knows says it is acknowledged, and proves on the way that
 * every batch continues the one before. Read-only; the journal may be in use. For one thread.
 */
public final class JournalTail implements AutoCloseable {
    private static final String GONE = "Stop the node and read the journal again with gavel audit verify.";

    private final Path journal;
    private final ArrayDeque<Segment> ahead = new ArrayDeque<>();
    private Optional<Segment> segment = Optional.empty();
    private Optional<SegmentScan> scan = Optional.empty();
    private JournalPosition end;
    private JournalPosition batchEnd;
    private long lastTimestamp;

    /** Where files ended since the last batch, and whether one of them ended in something broken. */
    private Optional<Flaw> stopped = Optional.empty();

    private boolean broken;

    private record Segment(Generation generation, Path file) {}

    private final int firstGeneration;

    private JournalTail(Path journal, JournalPosition end, int firstGeneration) {
        this.journal = journal;
        this.end = end;
        this.batchEnd = end;
        this.firstGeneration = firstGeneration;
    }

    /** Follows the journal of a data directory behind a position, {@link JournalPosition#START} for all of it. */
    public static JournalTail behind(Path dataDirectory, JournalPosition end) {
        return new JournalTail(JournalLayout.journal(dataDirectory), end, Math.max(1, end.generation()));
    }

    /** Follows it behind the end of what was archived; all of it where nothing was. */
    static JournalTail behindArchive(Path dataDirectory) throws IOException {
        Path journal = JournalLayout.journal(dataDirectory);
        JournalPosition end = ArchivedGenerations.of(journal).end();
        return new JournalTail(journal, end, end.generation() + 1);
    }

    /**
     * Hands over the records of the next batch, which must end at or before {@code acknowledged}; answers whether
     * there was one.
     *
     * @throws JournalDamage where what was acknowledged is missing or does not continue what came before
     */
    public boolean poll(long acknowledged, RecordConsumer consumer) {
        if (end.sequence() >= acknowledged) {
            return false;
        }
        try {
            SegmentScan found = find();
            BatchView batch = found.batch();
            Generation generation = segment.orElseThrow().generation;
            Optional<String> gap = Continuity.breakOf(end, generation, batch);
            if (gap.isPresent()) {
                throw damage(stopped.map(stop -> new Flaw(
                                stop.file(),
                                stop.offset(),
                                stop.sequence(),
                                stop.what() + ", but " + gap.get() + " in " + found.file() + " at byte "
                                        + found.position()))
                        .orElseGet(() -> new Flaw(found.file(), found.position(), end.sequence() + 1, gap.get())));
            }
            hand(batch, generation, consumer);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(journal + " could not be read", e);
        }
    }

    private void hand(BatchView batch, Generation generation, RecordConsumer consumer) {
        batch.forEach(this::time);
        batchEnd = new JournalPosition(batch.lastSequence(), lastTimestamp, generation.number(), batch.hash());
        batch.forEach(consumer);
        end = batchEnd;
        stopped = Optional.empty();
        broken = false;
    }

    private void time(long sequence, long timestamp, DirectBuffer buffer, int offset, int length) {
        lastTimestamp = timestamp;
    }

    private SegmentScan find() throws IOException {
        while (true) {
            if (scan.isPresent()) {
                Step step = scan.get().nextFrom(end.sequence() + 1);
                if (step == Step.BATCH) {
                    return scan.get();
                }
                note(step, scan.get().flaw(end.sequence() + 1));
            }
            if (!openNext()) {
                throw damage(stopped.orElseGet(() ->
                        new Flaw(journal, 0, end.sequence() + 1, "this was acknowledged and is not written here")));
            }
        }
    }

    /** The first place since the last batch at which a file stops otherwise than by a roll; else the first stop. */
    private void note(Step step, Flaw stop) {
        boolean isWorse = step != Step.END && step != Step.ROLLED && !broken;
        if (stopped.isEmpty() || isWorse) {
            stopped = Optional.of(stop);
            broken = isWorse;
        }
    }

    private boolean openNext() throws IOException {
        if (ahead.isEmpty()) {
            look();
        }
        Segment next = ahead.poll();
        if (next == null) {
            return false;
        }
        close();
        segment = Optional.of(next);
        scan = Optional.of(SegmentScan.open(next.file));
        return true;
    }

    /** Lists the files behind the present one: there may be more of them by now. */
    private void look() throws IOException {
        int from = segment.map(now -> now.generation.number()).orElse(firstGeneration);
        for (Generation generation : JournalLayout.generations(journal, from)) {
            for (Path file : generation.files()) {
                if (segment.isEmpty() || isBehind(generation, file, segment.get())) {
                    ahead.add(new Segment(generation, file));
                }
            }
        }
    }

    private static boolean isBehind(Generation generation, Path file, Segment now) {
        return generation.number() > now.generation.number() || file.compareTo(now.file) > 0;
    }

    private static JournalDamage damage(Flaw flaw) {
        return new JournalDamage(flaw, GONE);
    }

    /** The end of the last batch that was handed over whole. */
    public JournalPosition end() {
        return end;
    }

    /** The place of a record of the batch that is being handed over, or was last. */
    public JournalAnchor anchor(long sequence) {
        SegmentScan at = scan.orElseThrow();
        return new JournalAnchor(sequence, batchEnd, at.file().getFileName().toString(), at.position());
    }

    @Override
    public void close() throws IOException {
        if (scan.isPresent()) {
            scan.get().close();
        }
    }
}
