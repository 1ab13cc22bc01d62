package org.gavel.ops.yaml;

import java.util.List;
import java.util.TreeSet;

/** Collects what is wrong with one file, each problem once, in the order of lines. For one thread. */
public final class Problems {
    private final TreeSet<Problem> found = new TreeSet<>();

    public void error(int line, String key, String sentence) {
        found.add(new Problem(line, key, sentence, false));
    }

    public void warn(int line, String key, String sentence) {
        found.add(new Problem(line, key, sentence, true));
    }

    /** Whether the file cannot be used. */
    public boolean anyError() {
        return found.stream().anyMatch(problem -> !problem.warning());
    }

    /** Errors and warnings, sorted by line. */
    public List<Problem> sorted() {
        return List.copyOf(found);
    }
}
