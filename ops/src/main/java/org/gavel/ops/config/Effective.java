package org.gavel.ops.config;

/**
 * One setting as it holds, for showing.
 *
 * @param value with secrets masked
 * @param line of the file that says so; 0 where it is the default
 */
public record Effective(String key, String value, int line) {
    /** {@code file:LINE} or {@code default}. */
    public String source() {
        return line == 0 ? "default" : "line " + line;
    }
}
