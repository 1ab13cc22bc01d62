package org.gavel.exchange.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.gavel.exchange.journal.envelope.BatchView;
import org.gavel.exchange.journal.envelope.Flaw;
import org.gavel.exchange.journal.envelope.Generation;
import org.gavel.exchange.journal.envelope.SegmentScan;
import org.gavel.exchange.journal.envelope.SegmentScan.Step;

/**
 * Walks the batches of a journal one by one as far as they are intact and without a gap. It judges nothing beyond
 * that: whether the end lies where it may is {@code JournalReader}'s to say. Read-only, for one thread.
 */
final class BatchWalk implements AutoCloseable {
    /** A file to be walked and the generation it belongs to. */
    private record Segment(Generation generation, Path file) {}

    private final Deque<Segment> waiting = new ArrayDeque<>();
    private Optional<SegmentScan> scan = Optional.empty();
    private Optional<Flaw> flaw = Optional.empty();
    private Generation generation;
    private long expected = 1;

    private BatchWalk() {}

    static BatchWalk of(Path dataDirectory) throws IOException {
        BatchWalk walk = new BatchWalk();
        for (Generation generation : Generation.list(dataDirectory.resolve("journal"))) {
            for (Path file : generation.files()) {
                walk.waiting.add(new Segment(generation, file));
            }
        }
        return walk;
    }

    /** Moves to the next batch; false at the end of what is intact. */
    boolean next() throws IOException {
        while (flaw.isEmpty() && (scan.isPresent() || moveOn())) {
            SegmentScan current = scan.orElseThrow();
            Step step = current.next();
            if (step == Step.BATCH) {
                return follows(current);
            }
            if (step == Step.BROKEN || step == Step.UNKNOWN_FORMAT) {
                flaw = Optional.of(current.flaw(expected));
                return false;
            }
            close();
        }
        return false;
    }

    private boolean follows(SegmentScan current) {
        BatchView batch = current.batch();
        if (batch.firstSequence() != expected) {
            flaw = Optional.of(new Flaw(
                    current.file(),
                    current.position(),
                    expected,
                    "the next batch begins with sequence " + batch.firstSequence()));
            return false;
        }
        expected = batch.lastSequence() + 1;
        return true;
    }

    private boolean moveOn() throws IOException {
        if (waiting.isEmpty()) {
            return false;
        }
        Segment segment = waiting.poll();
        generation = segment.generation();
        scan = Optional.of(SegmentScan.open(segment.file()));
        return true;
    }

    BatchView batch() {
        return scan.orElseThrow().batch();
    }

    Path file() {
        return scan.orElseThrow().file();
    }

    long position() {
        return scan.orElseThrow().position();
    }

    int generation() {
        return generation.number();
    }

    /** The damage that ended the walk; empty where there was simply nothing more. */
    Optional<Flaw> flaw() {
        return flaw;
    }

    @Override
    public void close() throws IOException {
        if (scan.isPresent()) {
            scan.get().close();
            scan = Optional.empty();
        }
    }
}
