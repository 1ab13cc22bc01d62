package org.gavel.exchange.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What lies in a directory, in order of the names. */
final class SortedFiles {
    private SortedFiles() {}

    static List<Path> of(Path directory) throws IOException {
        try (Stream<Path> paths = Files.list(directory)) {
            return paths.sorted().toList();
        }
    }
}
