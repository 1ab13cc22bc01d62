package org.gavel.ops.yaml;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A file a person wrote cannot be used; the message holds every problem of it, one a line, ready to be shown. */
public final class InvalidFile extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final transient List<Problem> problems;

    public InvalidFile(Path file, List<Problem> problems) {
        super(problems.stream().map(problem -> problem.in(file)).collect(Collectors.joining("\n")));
        this.file = file;
        this.problems = List.copyOf(problems);
    }

    public Path file() {
        return file;
    }

    /** Sorted by line, warnings included. */
    public List<Problem> problems() {
        return problems;
    }
}
