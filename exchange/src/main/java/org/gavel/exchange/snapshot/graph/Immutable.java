package org.gavel.exchange.snapshot.graph;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The platform's unmodifiable collections: written at once, made with their factories. */
final class Immutable {
    private Immutable() {}

    private static void write(Iterable<?> elements, int count, GraphWriter out) throws IOException {
        out.out().putCount(count);
        for (Object element : elements) {
            out.reference(element);
        }
    }

    private static List<Object> read(GraphReader in) throws IOException {
        int count = in.in().getCount();
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            elements.add(in.reference(null));
        }
        return elements;
    }

    /** In order. */
    static final class Lists extends Form<List<Object>> {
        Lists() {
            super(30, false);
        }

        @Override
        void head(List<Object> value, GraphWriter out) throws IOException {
            write(value, value.size(), out);
        }

        @Override
        List<Object> make(GraphReader in) throws IOException {
            List<Object> elements = read(in);
            // A copy that records take as it is, so that what was shared stays shared; only toList() admits null.
            return elements.contains(null) ? elements.stream().toList() : List.copyOf(elements);
        }
    }

    /** In the order of their elements: their own differs from one JVM to the next. */
    static final class Sets extends Form<Set<Object>> {
        Sets() {
            super(31, false);
        }

        @Override
        void head(Set<Object> value, GraphWriter out) throws IOException {
            write(Sorted.keys(value), value.size(), out);
        }

        @Override
        Set<Object> make(GraphReader in) throws IOException {
            return Set.copyOf(read(in));
        }
    }

    /** In the order of their keys. */
    static final class Maps extends Form<Map<Object, Object>> {
        Maps() {
            super(32, false);
        }

        @Override
        void head(Map<Object, Object> value, GraphWriter out) throws IOException {
            List<Object> keys = Sorted.keys(value.keySet());
            write(keys, keys.size(), out);
            write(keys.stream().map(value::get).toList(), keys.size(), out);
        }

        @Override
        Map<Object, Object> make(GraphReader in) throws IOException {
            List<Object> keys = read(in);
            List<Object> values = read(in);
            Map<Object, Object> map = new HashMap<>();
            for (int i = 0; i < keys.size(); i++) {
                map.put(keys.get(i), values.get(i));
            }
            return Map.copyOf(map);
        }
    }

    /** Something or nothing. */
    static final class Maybe extends Form<Optional<Object>> {
        Maybe() {
            super(33, false);
        }

        @Override
        void head(Optional<Object> value, GraphWriter out) throws IOException {
            out.reference(value.orElse(null));
        }

        @Override
        Optional<Object> make(GraphReader in) throws IOException {
            return Optional.ofNullable(in.reference(null));
        }
    }
}
