package org.gavel.exchange.snapshot;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a data directory keeps its snapshots: {@code DIR/snapshots}, named after their sequences. What is not finished
 * yet has another name, so that a file with a snapshot's name was written, forced and proved once.
 */
public final class Snapshots {
    private static final Pattern NAME = Pattern.compile("snapshot-\\d{19}\\.gvs");
    private static final String VIEW = "view-";
    private static final String UNFINISHED = ".tmp";

    private final Path directory;

    private Snapshots(Path directory) {
        this.directory = directory;
    }

    /** Those of a data directory, which need not have any. */
    public static Snapshots of(Path dataDirectory) {
        return new Snapshots(dataDirectory.resolve("snapshots"));
    }

    /** The finished ones, newest first. */
    public List<Path> newestFirst() throws IOException {
        return list(path -> NAME.matcher(path.getFileName().toString()).matches());
    }

    /** The kept views of this name, newest first. */
    List<Path> viewsNewestFirst(String view) throws IOException {
        return list(path -> path.getFileName().toString().matches(VIEW + view + "-\\d{19}\\.gvs"));
    }

    /** Whether a file is, by its name, a kept view and no snapshot of the engine. */
    static boolean isView(Path file) {
        return file.getFileName().toString().startsWith(VIEW);
    }

    /** The name of a kept view; as long as it is being written it has another. */
    private static String viewName(String view, long sequence) {
        return String.format(Locale.ROOT, "%s%s-%019d.gvs", VIEW, view, sequence);
    }

    /** A name for a view that is still being written. */
    Path beginView(String view, long sequence) throws IOException {
        Files.createDirectories(directory);
        return directory.resolve(viewName(view, sequence) + UNFINISHED);
    }

    /** As {@link #publish}. */
    Path publishView(Path written, String view, long sequence, int kept) throws IOException {
        Path published = name(written, viewName(view, sequence));
        for (Path old : viewsNewestFirst(view).stream().skip(kept).toList()) {
            Files.delete(old);
        }
        return published;
    }

    /** What a crash, or a taking that is under way, left unfinished. */
    public List<Path> unfinished() throws IOException {
        return list(path -> path.toString().endsWith(UNFINISHED));
    }

    private List<Path> list(java.util.function.Predicate<Path> wanted) throws IOException {
        if (Files.notExists(directory)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(directory)) {
            return paths.filter(wanted).sorted(Comparator.reverseOrder()).toList();
        }
    }

    /** Removes what a crash left; only by the one node that writes here. */
    void removeUnfinished() throws IOException {
        for (Path left : unfinished()) {
            Files.delete(left);
        }
    }

    /** A name for a snapshot that is still being written; the directory is made where it is missing. */
    Path begin(long sequence) throws IOException {
        Files.createDirectories(directory);
        return directory.resolve(name(sequence) + UNFINISHED);
    }

    private static String name(long sequence) {
        return String.format(Locale.ROOT, "snapshot-%019d.gvs", sequence);
    }

    /** Gives a forced file its name, durably, and removes all but the newest {@code kept}. */
    Path publish(Path written, long sequence, int kept) throws IOException {
        Path published = name(written, name(sequence));
        for (Path old : newestFirst().stream().skip(kept).toList()) {
            Files.delete(old);
        }
        return published;
    }

    private Path name(Path written, String name) throws IOException {
        Path published = directory.resolve(name);
        Files.move(written, published, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(directory);
        force(directory.toAbsolutePath().getParent());
        return published;
    }

    private static void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
