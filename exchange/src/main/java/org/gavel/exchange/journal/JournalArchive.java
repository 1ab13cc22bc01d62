package org.gavel.exchange.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.gavel.exchange.journal.ArchivedGenerations.Entry;
import org.gavel.exchange.journal.envelope.Generation;

/**
 * Moves generations a snapshot has made unnecessary for a start to another directory: whole, never rewritten, and
 * noted in the journal's list before the first one moves, so that a crash in between leaves each in one of two known
 * places. Works on a stopped node only.
 */
public final class JournalArchive {
    /** Where an archive lies under a data directory unless another place is named; looked at in any case. */
    public static final String DEFAULT = "archive";

    private JournalArchive() {}

    /**
     * Moves every generation before one; answers where they are now. The whole journal is verified first.
     *
     * @param keepFrom the first generation that stays
     * @throws JournalDamage where the journal is not what was written: then nothing is moved
     * @throws JournalFault where a node holds the journal, or something lies in the archive's way
     */
    public static List<Path> move(Path dataDirectory, Path archive, int keepFrom) {
        Path journal = JournalLayout.journal(dataDirectory);
        try {
            return locked(dataDirectory, journal, archive, keepFrom);
        } catch (IOException e) {
            throw new UncheckedIOException(journal + " could not be archived", e);
        }
    }

    private static List<Path> locked(Path dataDirectory, Path journal, Path archive, int keepFrom) throws IOException {
        JournalLock lock = JournalLock.take(JournalLayout.lock(journal));
        try {
            List<Entry> entries = entries(dataDirectory, journal, archive.toAbsolutePath(), keepFrom);
            if (entries.isEmpty()) {
                return List.of();
            }
            Files.createDirectories(archive);
            ArchivedGenerations.of(journal).with(entries, Force.DISK);
            List<Path> moved = new ArrayList<>();
            for (Entry entry : entries) {
                move(Generation.of(journal, entry.generation()).directory(), entry.directory());
                moved.add(entry.directory());
            }
            Force.DISK.directory(archive);
            Force.DISK.directory(journal);
            return moved;
        } finally {
            lock.close();
        }
    }

    private static List<Entry> entries(Path dataDirectory, Path journal, Path archive, int keepFrom)
            throws IOException {
        List<Entry> entries = new ArrayList<>();
        Ends ends = Ends.of(dataDirectory);
        List<Generation> present = Generation.list(journal);
        for (Generation generation : present.subList(0, Math.max(0, present.size() - 1))) {
            if (generation.number() < keepFrom) {
                Path target = archive.resolve(generation.directory().getFileName());
                if (Files.exists(target)) {
                    throw new JournalFault(target + " exists already; archive to another directory");
                }
                JournalPosition end = ends.of(generation.number());
                entries.add(new Entry(
                        generation.number(),
                        target,
                        end.sequence(),
                        end.chainHash().toString()));
            }
        }
        return entries;
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            copyAndDelete(from, to);
        }
    }

    /** To another file system: copied, forced and compared before the original goes. */
    private static void copyAndDelete(Path from, Path to) throws IOException {
        Path part = to.resolveSibling(to.getFileName() + ".part");
        Files.createDirectories(part);
        List<Path> files = SortedFiles.of(from);
        for (Path file : files) {
            Path copy = part.resolve(file.getFileName());
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            if (Files.mismatch(file, copy) >= 0) {
                throw new JournalFault(copy + " is not what " + file + " is; nothing was removed");
            }
        }
        Force.DISK.directory(part);
        Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
        Force.DISK.directory(to.getParent());
        for (Path file : files) {
            Files.delete(file);
        }
        Files.delete(from);
    }
}
