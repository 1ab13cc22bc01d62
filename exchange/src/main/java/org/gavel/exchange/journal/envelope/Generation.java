package org.gavel.exchange.journal.envelope;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files written between one start and the next: one Chronicle queue that is never appended to again.
 *
 * @param number counted from 1 without a gap
 * @param directory named after the number
 */
public record Generation(int number, Path directory) {
    /** The most starts of one venue. */
    public static final int MAX_GENERATIONS = 999_999;

    private static final Pattern NAME = Pattern.compile("gen-(\\d{6})");
    private static final String FILE_SUFFIX = ".cq4";
    private static final String TABLE_NAME = "metadata.cq4t";

    /** The generations under a directory in order; none if it does not exist. */
    public static List<Generation> list(Path root) throws IOException {
        if (Files.notExists(root)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(root)) {
            return paths.filter(Generation::isGeneration)
                    .sorted()
                    .map(Generation::of)
                    .toList();
        }
    }

    /** Whether a path is named like a generation's directory. */
    public static boolean isGeneration(Path path) {
        return NAME.matcher(path.getFileName().toString()).matches();
    }

    /** The directory that a generation has or would have. */
    public static Generation of(Path root, int number) {
        return new Generation(number, root.resolve(String.format(Locale.ROOT, "gen-%06d", number)));
    }

    /** Creates the directory of the generation after the newest one; fails rather than reuse one. */
    public static Generation createNext(Path root) throws IOException {
        Files.createDirectories(root);
        List<Generation> existing = list(root);
        int number = existing.isEmpty() ? 1 : existing.get(existing.size() - 1).number() + 1;
        if (number > MAX_GENERATIONS) {
            throw new IOException(root + " already holds " + MAX_GENERATIONS + " generations");
        }
        Generation next = of(root, number);
        Files.createDirectory(next.directory());
        return next;
    }

    /** The log files in the order in which they were written. */
    public List<Path> files() throws IOException {
        try (Stream<Path> paths = Files.list(directory)) {
            return paths.filter(path -> path.toString().endsWith(FILE_SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    /** Whether a path is a file that Chronicle keeps in a generation's directory. */
    public static boolean isLogFile(Path path) {
        String name = path.getFileName().toString();
        return name.endsWith(FILE_SUFFIX) || name.equals(TABLE_NAME);
    }

    private static Generation of(Path path) {
        Matcher matcher = NAME.matcher(path.getFileName().toString());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(path + " is not a generation");
        }
        return new Generation(Integer.parseInt(matcher.group(1)), path);
    }
}
