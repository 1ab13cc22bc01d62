package org.gavel.exchange.snapshot.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Keys of hash tables in an order that no hash decides. */
final class Sorted {
    private Sorted() {}

    /** In their natural order; keys without one, or that could still change, are refused. */
    static List<Object> keys(Collection<?> keys) {
        List<Object> sorted = new ArrayList<>(keys);
        for (Object key : sorted) {
            boolean isFixed = key instanceof String
                    || key instanceof Number
                    || key instanceof Enum<?>
                    || (key instanceof Record && key instanceof Comparable<?>);
            if (!isFixed) {
                throw new GraphRefusal("a hash table has keys without an order of their own: " + key.getClass());
            }
        }
        sorted.sort(null);
        return sorted;
    }
}
