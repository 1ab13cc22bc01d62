package org.gavel.ops.event;

import java.util.List;
import java.util.Optional;
import org.gavel.ops.yaml.Placed;
import org.gavel.ops.yaml.Section;

/**
 * A participant, a lot or a session as far as it could be read.
 *
 * @param number its own number; empty where that is wrong or missing
 * @param refersTo the numbers it names, each with its place: a lot's seller, a session's lots
 * @param value empty where anything in it is wrong
 */
record Entry<T>(Section section, Optional<Integer> number, List<Placed<Integer>> refersTo, Optional<T> value) {}
