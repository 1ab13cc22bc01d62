package org.gavel.exchange.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gavel.exchange.journal.envelope.Flaw;
import org.gavel.exchange.journal.envelope.Generation;

/** Which files lie where under {@code DIR/journal}, and that no others do. */
final class JournalLayout {
    private static final String JOURNAL = "journal";
    private static final String WATERMARK = "watermark";
    private static final String LOCK = "lock";
    private static final String PREPARED = "prepared";
    private static final String REACH = "It is not there: mount the archive again, or copy it to DATA/archive.";
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
        return generations(journal, 1);
    }

    /** The generations from a number on, archived ones where their archive can be reached. */
    static List<Generation> generations(Path journal, int from) throws IOException {
        return list(journal, from, false);
    }

    /** The generations from the first on, up to the first that is missing. */
    static List<Generation> unbroken(Path journal) throws IOException {
        return list(journal, 1, true);
    }

    private static List<Generation> list(Path journal, int from, boolean untilMissing) throws IOException {
        requireOnly(journal, path -> Generation.isGeneration(path) || isOwnFile(path));
        List<Generation> present = Generation.list(journal);
        ArchivedGenerations archived = ArchivedGenerations.of(journal);
        int last = present.isEmpty() ? 0 : present.get(present.size() - 1).number();
        Map<Integer, Generation> byNumber = new HashMap<>();
        present.forEach(generation -> byNumber.put(generation.number(), generation));
        List<Generation> generations = new ArrayList<>();
        for (int number = from; number <= last; number++) {
            Optional<Generation> found =
                    Optional.ofNullable(byNumber.get(number)).or(absent(archived, number));
            if (found.isEmpty() && untilMissing) {
                break;
            }
            generations.add(found.orElseThrow(missing(journal, number)));
        }
        for (Generation generation : generations) {
            requireDirectory(generation);
            requireOnly(generation.directory(), Generation::isLogFile);
        }
        return generations;
    }

    private static Supplier<Optional<Generation>> absent(ArchivedGenerations archived, int number) {
        return () -> archived.find(number);
    }

    private static Supplier<JournalDamage> missing(Path journal, int number) {
        Path directory = Generation.of(journal, number).directory();
        return () -> new JournalDamage(new Flaw(directory, 0, 0, "this generation is missing"), JournalDamage.RESTORE);
    }

    private static void requireDirectory(Generation archived) {
        if (!Files.isDirectory(archived.directory())) {
            Flaw flaw = new Flaw(archived.directory(), 0, 0, "generation " + archived.number() + " was archived here");
            throw new JournalDamage(flaw, REACH);
        }
    }

    private static boolean isOwnFile(Path path) {
        String name = path.getFileName().toString();
        return name.equals(WATERMARK) || name.equals(LOCK) || name.equals(PREPARED) || ArchivedGenerations.isList(path);
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
}
