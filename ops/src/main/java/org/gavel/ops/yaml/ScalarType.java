package org.gavel.ops.yaml;

import java.util.function.Function;

/**
 * What a single value may be.
 *
 * @param allowed what is allowed, to end the sentence "must be …"
 * @param bare true where quotes would make it a text and therefore wrong: numbers and true/false
 * @param parse the value, or an {@link IllegalArgumentException} whose message says what is wrong and what to write
 */
public record ScalarType<T>(String allowed, boolean bare, Function<String, T> parse) {}
