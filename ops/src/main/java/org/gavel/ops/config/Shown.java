package org.gavel.ops.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gavel.ops.yaml.Section;

/** Collects the effective settings while they are read. For one thread. */
final class Shown {
    private final List<Effective> settings = new ArrayList<>();

    void add(Section section, String key, String value) {
        settings.add(new Effective(section.key(key), value, section.has(key) ? section.line(key) : 0));
    }

    /** The path, or an empty one in place of what could not be read. */
    Path path(Section section, String key, Optional<Path> path) {
        Path effective = path.orElse(Path.of(""));
        add(section, key, effective.toString());
        return effective;
    }

    List<Effective> settings() {
        return settings;
    }
}
