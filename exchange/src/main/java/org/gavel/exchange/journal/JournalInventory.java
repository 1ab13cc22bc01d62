package org.gavel.exchange.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.agrona.DirectBuffer;
import org.gavel.exchange.journal.envelope.BatchView;
import org.gavel.exchange.journal.envelope.ChainHash;
import org.gavel.exchange.journal.envelope.Generation;
import org.gavel.exchange.journal.envelope.SegmentScan;
import org.gavel.exchange.journal.envelope.SegmentScan.Step;

/**
 * What lies in a journal directory, whole or damaged: it judges nothing and changes nothing.
 *
 * @param watermark what was acknowledged, empty where no watermark can be read
 * @param segments every file, in the order of the generations
 * @param prepared bytes of zeros that wait to become the next file, 0 for none
 * @param notes what is missing or does not continue, a sentence each
 */
public record JournalInventory(
        Optional<JournalPosition> watermark, List<Segment> segments, long prepared, List<String> notes) {
    /**
     * One file.
     *
     * @param archived whether it lies in an archive
     * @param bytes of the file, zeros behind the last batch included
     * @param written up to where batches were found
     * @param firstSequence 0 where it holds no batch
     * @param firstTime microseconds since 1970
     * @param stop what stands behind the last batch, as a clause
     */
    public record Segment(
            int generation,
            boolean archived,
            Path file,
            long bytes,
            long written,
            long batches,
            long firstSequence,
            long lastSequence,
            long firstTime,
            long lastTime,
            String stop) {}

    public JournalInventory {
        segments = List.copyOf(segments);
        notes = List.copyOf(notes);
    }

    /** Looks at every file of a data directory's journal; the node may be running. */
    public static JournalInventory of(Path dataDirectory) {
        Path journal = JournalLayout.journal(dataDirectory);
        try {
            // Before the files, which a running node writes first.
            long signed = SignedLog.size(dataDirectory);
            return new Look(journal).look(SignedLog.head(dataDirectory), signed);
        } catch (IOException e) {
            throw new UncheckedIOException(journal + " could not be read", e);
        }
    }

    /** One pass. */
    private static final class Look {
        private final Path journal;
        private final List<Segment> segments = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private long lastSequence;
        private ChainHash lastHash = ChainHash.ZERO;
        private long lastTime;
        private long firstTime;

        Look(Path journal) {
            this.journal = journal;
        }

        JournalInventory look(Path head, long signed) throws IOException {
            Optional<JournalPosition> watermark = watermark();
            Set<Integer> present = new HashSet<>();
            List<Generation> listed = Generation.list(journal);
            listed.forEach(generation -> present.add(generation.number()));
            int last = listed.isEmpty() ? 0 : listed.get(listed.size() - 1).number();
            ArchivedGenerations archived = archived();
            for (int number = 1; number <= last; number++) {
                boolean isHere = present.contains(number);
                look(number, isHere ? Optional.of(Generation.of(journal, number)) : archived.find(number), !isHere);
            }
            if (watermark.isPresent() && watermark.get().sequence() > lastSequence) {
                notes.add("sequence " + watermark.get().sequence() + " was acknowledged, but the files end with "
                        + lastSequence);
            }
            if (signed > lastSequence) {
                notes.add(head + " was signed over " + signed + " records, but the files end with " + lastSequence);
            }
            Path prepared = journal.resolve("prepared");
            return new JournalInventory(watermark, segments, Files.exists(prepared) ? Files.size(prepared) : 0, notes);
        }

        private Optional<JournalPosition> watermark() {
            try {
                return WatermarkFile.read(JournalLayout.watermark(journal));
            } catch (IOException e) {
                notes.add(JournalLayout.watermark(journal) + ": " + e.getMessage());
                return Optional.empty();
            }
        }

        private ArchivedGenerations archived() throws IOException {
            try {
                return ArchivedGenerations.of(journal);
            } catch (JournalDamage damage) {
                notes.add(damage.getMessage());
                return ArchivedGenerations.none(journal);
            }
        }

        private void look(int number, Optional<Generation> generation, boolean isArchived) throws IOException {
            Path directory = generation.orElse(Generation.of(journal, number)).directory();
            if (generation.isEmpty() || !Files.isDirectory(directory)) {
                notes.add(directory + ": generation " + number
                        + (generation.isEmpty() ? " is missing" : " was archived here and is not there"));
                return;
            }
            for (Path file : generation.get().files()) {
                segments.add(look(number, isArchived, file));
            }
        }

        private Segment look(int generation, boolean isArchived, Path file) throws IOException {
            try (SegmentScan scan = SegmentScan.open(file)) {
                long batches = 0;
                long first = 0;
                long written = 0;
                Step step = scan.next();
                for (; step == Step.BATCH; step = scan.next()) {
                    BatchView batch = scan.batch();
                    if (batch.firstSequence() != lastSequence + 1) {
                        notes.add(file + ", byte " + scan.position() + ": sequence " + batch.firstSequence()
                                + " follows sequence " + lastSequence);
                    } else if (!batch.previousHash().equals(lastHash)) {
                        notes.add(file + ", byte " + scan.position() + ": sequence " + batch.firstSequence()
                                + " does not continue the chain of hashes");
                    }
                    batch.forEach(this::time);
                    if (batches++ == 0) {
                        first = batch.firstSequence();
                        firstTime = batch.firstTimestamp();
                    }
                    lastSequence = batch.lastSequence();
                    lastHash = batch.hash();
                    written = scan.following();
                }
                return new Segment(
                        generation,
                        isArchived,
                        file,
                        Files.size(file),
                        written,
                        batches,
                        first,
                        batches == 0 ? 0 : lastSequence,
                        batches == 0 ? 0 : firstTime,
                        batches == 0 ? 0 : lastTime,
                        scan.flaw(lastSequence + 1).what());
            }
        }

        private void time(long sequence, long timestamp, DirectBuffer buffer, int offset, int length) {
            lastTime = timestamp;
        }
    }
}
