package org.gavel.exchange.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gavel.protocol.proof.Checkpoint;
import org.gavel.protocol.proof.InvalidProof;
import org.gavel.protocol.proof.SignedNote;

/**
 * The public log beside a journal, as far as the journal's keeping goes: how many records its newest head was signed over,
 * and where it lies once those were given up. Whose signature it is the log's own part checks.
 */
public final class SignedLog {
    private static final String LOG = "log";
    private static final String CHECKPOINT = "checkpoint";

    private SignedLog() {}

    /** Where the log of a data directory lies. */
    public static Path under(Path dataDirectory) {
        return dataDirectory.resolve(LOG);
    }

    static Path head(Path dataDirectory) {
        return under(dataDirectory).resolve(CHECKPOINT);
    }

    /** How many records its newest head says it covers; 0 where there is none that can be read. */
    static long size(Path dataDirectory) throws IOException {
        Path head = head(dataDirectory);
        return Files.exists(head) ? read(head).map(Checkpoint::size).orElse(0L) : 0;
    }

    private static Optional<Checkpoint> read(Path head) throws IOException {
        try {
            SignedNote note = SignedNote.parse(Files.readString(head, StandardCharsets.UTF_8));
            return Optional.of(Checkpoint.parse(note.text()));
        } catch (InvalidProof unreadable) {
            return Optional.empty();
        }
    }

    /** Ends a log: moves it to what was given up with the records it had signed. */
    static void giveUp(Path dataDirectory, Path aside) throws IOException {
        Files.move(under(dataDirectory), aside.resolve(LOG), StandardCopyOption.ATOMIC_MOVE);
        Force.DISK.directory(aside);
        Force.DISK.directory(dataDirectory);
    }

    /** The names of the logs that were given up. */
    public static List<String> givenUp(Path dataDirectory) throws IOException {
        Path discarded = dataDirectory.resolve(JournalRepair.DISCARDED);
        if (Files.notExists(discarded)) {
            return List.of();
        }
        try (Stream<Path> acts = Files.list(discarded)) {
            List<Path> heads = acts.map(act -> act.resolve(LOG).resolve(CHECKPOINT))
                    .filter(Files::exists)
                    .sorted()
                    .toList();
            List<String> origins = new ArrayList<>();
            for (Path head : heads) {
                read(head).map(Checkpoint::origin).ifPresent(origins::add);
            }
            return origins;
        }
    }
}
