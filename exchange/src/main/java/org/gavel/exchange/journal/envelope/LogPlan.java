package org.gavel.exchange.journal.envelope;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which file of a log holds which sequences when newer generations supersede older ones. */
final class LogPlan {
    /** One file and the first sequence in it. */
    record Segment(int generation, Path file, long firstSequence) {}

    private final Generations generations;
    private final Map<Path, Long> firstSequences = new HashMap<>();
    private List<Segment> segments = List.of();

    LogPlan(Generations generations) {
        this.generations = generations;
    }

    /** Looks at the first batch of every new file; files without one have no part in the plan. */
    void refresh() throws IOException {
        List<Segment> found = new ArrayList<>();
        for (Generation generation : generations.list()) {
            for (Path file : generation.files()) {
                if (isBegun(file)) {
                    found.add(new Segment(generation.number(), file, firstSequences.get(file)));
                }
            }
        }
        segments = found;
    }

    private boolean isBegun(Path file) throws IOException {
        if (firstSequences.containsKey(file)) {
            return true;
        }
        try (SegmentScan scan = SegmentScan.open(file)) {
            boolean isBegun = scan.next() == SegmentScan.Step.BATCH;
            if (isBegun) {
                firstSequences.put(file, scan.batch().firstSequence());
            }
            return isBegun;
        }
    }

    /** The newest file that begins at or before a sequence: the one that holds it, if any does. */
    Optional<Segment> start(long sequence) {
        Optional<Segment> start = Optional.empty();
        for (Segment segment : segments) {
            if (segment.firstSequence() <= sequence) {
                start = Optional.of(segment);
            }
        }
        return start;
    }

    /** The first sequence that a newer generation says instead of this file's. */
    long limitOf(Segment segment) {
        return segments.stream()
                .filter(other -> other.generation() > segment.generation())
                .mapToLong(Segment::firstSequence)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** Whether a later file holds batches. */
    boolean isFollowed(Path file) {
        return !segments.isEmpty() && !segments.get(segments.size() - 1).file().equals(file);
    }
}
