package org.gavel.exchange.snapshot.graph;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import org.agrona.collections.Int2IntHashMap;
import org.agrona.collections.Int2ObjectHashMap;
import org.agrona.collections.IntArrayList;
import org.agrona.collections.IntHashSet;
import org.agrona.collections.Long2ObjectHashMap;

/** Agrona's collections of numbers: hash tables in the order of their keys. */
final class AgronaForms {
    /** Most collections of a market at rest are empty; to look through one would leave it an iterator for good. */
    private static final int[] NO_KEYS = {};

    private AgronaForms() {}

    private static int[] sorted(Collection<Integer> keys) {
        return keys.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    /** Objects by an int. */
    static final class ByInt extends Form<Int2ObjectHashMap<Object>> {
        ByInt() {
            super(10, true);
        }

        @Override
        void head(Int2ObjectHashMap<Object> value, GraphWriter out) {}

        @Override
        Int2ObjectHashMap<Object> make(GraphReader in) {
            return new Int2ObjectHashMap<>();
        }

        @Override
        void body(Int2ObjectHashMap<Object> value, GraphWriter out) throws IOException {
            int[] keys = value.isEmpty() ? NO_KEYS : sorted(value.keySet());
            out.out().putCount(keys.length);
            for (int key : keys) {
                out.out().putInt(key);
                out.reference(value.get(key));
            }
        }

        @Override
        void fill(Int2ObjectHashMap<Object> value, GraphReader in) throws IOException {
            int count = in.in().getCount();
            for (int i = 0; i < count; i++) {
                int key = in.in().getInt();
                value.put(key, in.reference(null));
            }
        }

        @Override
        Int2ObjectHashMap<Object> emptied(Int2ObjectHashMap<Object> existing) {
            existing.clear();
            return existing;
        }
    }

    /** Objects by a long. */
    static final class ByLong extends Form<Long2ObjectHashMap<Object>> {
        ByLong() {
            super(11, true);
        }

        @Override
        void head(Long2ObjectHashMap<Object> value, GraphWriter out) {}

        @Override
        Long2ObjectHashMap<Object> make(GraphReader in) {
            return new Long2ObjectHashMap<>();
        }

        @Override
        void body(Long2ObjectHashMap<Object> value, GraphWriter out) throws IOException {
            long[] keys =
                    value.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
            out.out().putCount(keys.length);
            for (long key : keys) {
                out.out().putLong(key);
                out.reference(value.get(key));
            }
        }

        @Override
        void fill(Long2ObjectHashMap<Object> value, GraphReader in) throws IOException {
            int count = in.in().getCount();
            for (int i = 0; i < count; i++) {
                long key = in.in().getLong();
                value.put(key, in.reference(null));
            }
        }

        @Override
        Long2ObjectHashMap<Object> emptied(Long2ObjectHashMap<Object> existing) {
            existing.clear();
            return existing;
        }
    }

    /** Ints by an int, with the int that means none. */
    static final class IntToInt extends Form<Int2IntHashMap> {
        IntToInt() {
            super(12, false);
        }

        @Override
        void head(Int2IntHashMap value, GraphWriter out) throws IOException {
            int[] keys = value.isEmpty() ? NO_KEYS : sorted(value.keySet());
            out.out().putInt(value.missingValue());
            out.out().putCount(keys.length);
            out.out().putInts(keys);
            out.out().putInts(Arrays.stream(keys).map(value::get).toArray());
        }

        @Override
        Int2IntHashMap make(GraphReader in) throws IOException {
            Int2IntHashMap map = new Int2IntHashMap(in.in().getInt());
            int count = in.in().getCount();
            int[] keys = in.in().getInts(count);
            int[] values = in.in().getInts(count);
            for (int i = 0; i < count; i++) {
                map.put(keys[i], values[i]);
            }
            return map;
        }
    }

    /** A set of ints. */
    static final class IntSet extends Form<IntHashSet> {
        IntSet() {
            super(13, false);
        }

        @Override
        void head(IntHashSet value, GraphWriter out) throws IOException {
            int[] members = value.isEmpty() ? NO_KEYS : sorted(value);
            out.out().putCount(members.length);
            out.out().putInts(members);
        }

        @Override
        IntHashSet make(GraphReader in) throws IOException {
            IntHashSet set = new IntHashSet();
            for (int member : in.in().getInts(in.in().getCount())) {
                set.add(member);
            }
            return set;
        }
    }

    /** Ints in order, with the int that means none. */
    static final class IntList extends Form<IntArrayList> {
        IntList() {
            super(14, false);
        }

        @Override
        void head(IntArrayList value, GraphWriter out) throws IOException {
            out.out().putInt(value.nullValue());
            out.out().putCount(value.size());
            out.out().putInts(value.toIntArray());
        }

        @Override
        IntArrayList make(GraphReader in) throws IOException {
            int none = in.in().getInt();
            int[] elements = in.in().getInts(in.in().getCount());
            IntArrayList list = new IntArrayList(Math.max(elements.length, IntArrayList.INITIAL_CAPACITY), none);
            for (int element : elements) {
                list.addInt(element);
            }
            return list;
        }
    }
}
