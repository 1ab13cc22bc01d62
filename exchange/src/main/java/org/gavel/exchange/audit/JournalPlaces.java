package org.gavel.exchange.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where records lie in a journal's files, and how their batches are chained. Read-only. */
public final class JournalPlaces {
    private JournalPlaces() {}

    /**
     * One batch of the chain.
     *
     * @param file its name below the data directory, with forward slashes
     * @param offset of its document in the file
     * @param previous the hash of the batch before, 64 hex digits
     * @param hash its own, over everything of it
     */
    public record Batch(
            int generation, String file, long offset, long first, long last, String previous, String hash) {}

    /** The batches that hold records from the first to the last sequence, in order. */
    public static List<Batch> batches(Path dataDirectory, long first, long last) {
        List<Batch> found = new ArrayList<>();
        try (BatchWalk walk = BatchWalk.of(dataDirectory)) {
            while (walk.next() && walk.batch().firstSequence() <= last) {
                if (walk.batch().lastSequence() >= first) {
                    found.add(batch(dataDirectory, walk));
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(dataDirectory + " could not be read", e);
        }
    }

    private static Batch batch(Path root, BatchWalk walk) {
        return new Batch(
                walk.generation(),
                root.relativize(walk.file()).toString().replace('\\', '/'),
                walk.position(),
                walk.batch().firstSequence(),
                walk.batch().lastSequence(),
                walk.batch().previousHash().toString(),
                walk.batch().hash().toString());
    }

    /** Says file, byte and sequence of a record, as every refusal begins. */
    public static String describe(Path dataDirectory, long sequence) {
        Optional<Batch> holding =
                batches(dataDirectory, sequence, sequence).stream().findFirst();
        return holding.map(batch -> dataDirectory.resolve(batch.file()) + ", batch at byte " + batch.offset() + ", ")
                        .orElse(dataDirectory + ", ")
                + "sequence " + sequence;
    }
}
