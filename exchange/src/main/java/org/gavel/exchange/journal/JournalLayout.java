package org.gavel.exchange.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gavel.exchange.journal.envelope.Flaw;
import org.gavel.exchange.journal.envelope.Generation;

/** Which files lie where under {@code DIR/journal}, and that no others do. */
final class JournalLayout {
    private static final String JOURNAL = "journal";
    private static final String WATERMARK = "watermark";
    private static final String LOCK = "lock";
    private static final String PREPARED = "prepared";
    private static final String REMOVE = "Move it elsewhere if it does not belong to the journal; nothing was changed.";

    private JournalLayout() {}

    /** The journal of a data directory. */
    static Path journal(Path dataDirectory) {
        return dataDirectory.resolve(JOURNAL);
    }

    static Path watermark(Path journal) {
        return journal.resolve(WATERMARK);
    }

    static Path lock(Path journal) {
        return journal.resolve(LOCK);
    }

    /** Zeros for the file that will be rolled to; no part of the journal. */
    static Path prepared(Path journal) {
        return journal.resolve(PREPARED);
    }

    /** All generations from the first on, after a look at every name. */
    static List<Generation> generations(Path journal) throws IOException {
        List<Generation> generations = Generation.list(journal);
        requireOnly(journal, path -> Generation.isGeneration(path) || isOwnFile(path));
        for (Generation generation : generations) {
            requireOnly(generation.directory(), Generation::isLogFile);
        }
        for (int index = 0; index < generations.size(); index++) {
            requireNumber(journal, generations.get(index), index + 1);
        }
        return generations;
    }

    private static boolean isOwnFile(Path path) {
        String name = path.getFileName().toString();
        return name.equals(WATERMARK) || name.equals(LOCK) || name.equals(PREPARED);
    }

    private static void requireOnly(Path directory, Predicate<Path> known) throws IOException {
        if (Files.notExists(directory)) {
            return;
        }
        try (Stream<Path> paths = Files.list(directory)) {
            Optional<Path> stray = paths.filter(known.negate()).sorted().findFirst();
            if (stray.isPresent()) {
                throw new JournalDamage(new Flaw(stray.get(), 0, 0, "the name of this file is unknown"), REMOVE);
            }
        }
    }

    private static void requireNumber(Path journal, Generation generation, int expected) {
        if (generation.number() != expected) {
            Path missing = Generation.of(journal, expected).directory();
            throw new JournalDamage(new Flaw(missing, 0, 0, "this generation is missing"), JournalDamage.RESTORE);
        }
    }
}
