package org.gavel.ops.yaml;

/**
 * A value and the place it was read from.
 *
 * @param line counted from 1
 * @param key the path of the key, for messages
 */
public record Placed<T>(T value, int line, String key) {}
