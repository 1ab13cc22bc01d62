package org.gavel.ops.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.gavel.ops.yaml.ScalarType;
import org.gavel.ops.yaml.Section;

/** Paths of a configuration file: what is relative is relative to the file's own directory. */
final class Paths {
    private static final String ALLOWED = "a path, relative to this file or absolute";

    private final Path directory;

    Paths(Path absoluteFile) {
        this.directory = absoluteFile.resolveSibling("");
    }

    ScalarType<Path> type() {
        return new ScalarType<>(ALLOWED, false, this::resolve);
    }

    private Path resolve(String written) {
        if (written.isBlank()) {
            throw new IllegalArgumentException("must be " + ALLOWED);
        }
        try {
            return directory.resolve(written).normalize();
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("must be " + ALLOWED, e);
        }
    }

    /** Something else of that name is a problem; that nothing is there is none. */
    void checkDirectory(Section section, String key, Path path) {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            section.error(key, path + " is not a directory; name a directory");
        }
    }
}
