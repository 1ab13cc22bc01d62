package org.gavel.ops.yaml;

import java.nio.file.Path;
import java.util.Comparator;

/**
 * One thing wrong in a file a person wrote.
 *
 * @param line counted from 1; 0 where the whole file is meant
 * @param key the path of the key, {@code lots[3].start}; empty where the whole file is meant
 * @param sentence what is wrong and what is allowed
 * @param warning true where the file may be used nevertheless
 */
public record Problem(int line, String key, String sentence, boolean warning) implements Comparable<Problem> {
    private static final Comparator<Problem> BY_PLACE = Comparator.comparingInt(Problem::line)
            .thenComparing(Problem::key)
            .thenComparing(Problem::sentence)
            .thenComparing(Problem::warning);

    /** {@code FILE:LINE: KEY: SENTENCE}, as editors and terminals make a link of it. */
    public String in(Path file) {
        String place = line == 0 ? file.toString() : file + ":" + line;
        String subject = key.isEmpty() ? "" : key + ": ";
        return place + ": " + (warning ? "warning: " : "") + subject + sentence;
    }

    @Override
    public int compareTo(Problem other) {
        return BY_PLACE.compare(this, other);
    }
}
