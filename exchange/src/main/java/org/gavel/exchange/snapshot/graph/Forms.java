package org.gavel.exchange.snapshot.graph;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.agrona.collections.Int2IntHashMap;
import org.agrona.collections.Int2ObjectHashMap;
import org.agrona.collections.IntArrayList;
import org.agrona.collections.IntHashSet;
import org.agrona.collections.Long2ObjectHashMap;

/** Every {@link Form} there is, by class and by code. */
final class Forms {
    private static final Map<Class<?>, Form<?>> BY_CLASS = new HashMap<>();
    private static final Map<Integer, Form<?>> BY_CODE = new HashMap<>();

    static {
        add(ArrayList.class, new Elements<>(1, ArrayList::new));
        add(ArrayDeque.class, new Elements<>(2, ArrayDeque::new));
        add(LinkedHashSet.class, new Elements<>(3, LinkedHashSet::new));
        add(TreeSet.class, new Elements<>(4, TreeSet::new));
        add(HashSet.class, new Elements<>(5, HashSet::new));
        add(LinkedHashMap.class, new Pairs<>(6, LinkedHashMap::new));
        add(TreeMap.class, new Pairs<>(7, TreeMap::new));
        add(HashMap.class, new Pairs<>(8, HashMap::new));
        add(ConcurrentSkipListMap.class, new Pairs<>(9, ConcurrentSkipListMap::new));
        add(ConcurrentHashMap.class, new Pairs<>(15, ConcurrentHashMap::new));
        add(Int2ObjectHashMap.class, new AgronaForms.ByInt());
        add(Long2ObjectHashMap.class, new AgronaForms.ByLong());
        add(Int2IntHashMap.class, new AgronaForms.IntToInt());
        add(IntHashSet.class, new AgronaForms.IntSet());
        add(IntArrayList.class, new AgronaForms.IntList());
        add(BigInteger.class, new Whole());
        add(Duration.class, new Length());
        Immutable.Lists lists = new Immutable.Lists();
        add(List.of().getClass(), lists);
        add(List.of(1).getClass(), lists);
        add(List.of(1, 2, 3).getClass(), lists);
        Immutable.Maps maps = new Immutable.Maps();
        add(Map.of().getClass(), maps);
        add(Map.of(1, 1).getClass(), maps);
        Immutable.Sets sets = new Immutable.Sets();
        add(java.util.Set.of().getClass(), sets);
        add(java.util.Set.of(1).getClass(), sets);
        add(Optional.class, new Immutable.Maybe());
    }

    private Forms() {}

    private static void add(Class<?> type, Form<?> form) {
        BY_CLASS.put(type, form);
        BY_CODE.put(form.code(), form);
    }

    @SuppressWarnings("unchecked") // The table pairs every class with a form of that class.
    static Optional<Form<Object>> of(Class<?> type) {
        return Optional.ofNullable((Form<Object>) BY_CLASS.get(type));
    }

    @SuppressWarnings("unchecked") // As above.
    static Form<Object> of(int code) {
        Form<?> form = BY_CODE.get(code);
        if (form == null) {
            throw new GraphRefusal("an object of the unknown form " + code);
        }
        return (Form<Object>) form;
    }

    /** Collections in the order in which they show their elements; hash sets in the order of the elements. */
    private static final class Elements<C extends Collection<Object>> extends Form<C> {
        private final java.util.function.Supplier<C> maker;

        Elements(int code, java.util.function.Supplier<C> maker) {
            super(code, true);
            this.maker = maker;
        }

        @Override
        void head(C value, GraphWriter out) {
            if (value instanceof TreeSet<?> tree && tree.comparator() != null) {
                throw new GraphRefusal("a TreeSet with a comparator cannot be written down");
            }
        }

        @Override
        C make(GraphReader in) {
            return maker.get();
        }

        @Override
        void body(C value, GraphWriter out) throws IOException {
            out.out().putCount(value.size());
            boolean isHashed = value.getClass() == HashSet.class;
            for (Object element : isHashed ? Sorted.keys(value) : value) {
                out.reference(element);
            }
        }

        @Override
        void fill(C value, GraphReader in) throws IOException {
            int count = in.in().getCount();
            for (int i = 0; i < count; i++) {
                value.add(in.reference(null));
            }
        }

        @Override
        C emptied(C existing) {
            existing.clear();
            return existing;
        }
    }

    /** Maps in the order in which they show their pairs; hash maps in the order of the keys. */
    private static final class Pairs<M extends Map<Object, Object>> extends Form<M> {
        private final java.util.function.Supplier<M> maker;

        Pairs(int code, java.util.function.Supplier<M> maker) {
            super(code, true);
            this.maker = maker;
        }

        @Override
        void head(M value, GraphWriter out) {
            if (value instanceof SortedMap<?, ?> sorted && sorted.comparator() != null) {
                throw new GraphRefusal("a sorted map with a comparator cannot be written down");
            }
        }

        @Override
        M make(GraphReader in) {
            return maker.get();
        }

        @Override
        void body(M value, GraphWriter out) throws IOException {
            out.out().putCount(value.size());
            boolean isHashed = value.getClass() == HashMap.class || value.getClass() == ConcurrentHashMap.class;
            for (Object key : isHashed ? Sorted.keys(value.keySet()) : value.keySet()) {
                out.reference(key);
                out.reference(value.get(key));
            }
        }

        @Override
        void fill(M value, GraphReader in) throws IOException {
            int count = in.in().getCount();
            for (int i = 0; i < count; i++) {
                Object key = in.reference(null);
                value.put(key, in.reference(null));
            }
        }

        @Override
        M emptied(M existing) {
            existing.clear();
            return existing;
        }
    }

    /** Whole numbers of any size. */
    private static final class Whole extends Form<BigInteger> {
        Whole() {
            super(20, false);
        }

        @Override
        void head(BigInteger value, GraphWriter out) throws IOException {
            out.out().putText(value.toString());
        }

        @Override
        BigInteger make(GraphReader in) throws IOException {
            return new BigInteger(in.in().getText());
        }
    }

    /** Lengths of time. */
    private static final class Length extends Form<Duration> {
        Length() {
            super(21, false);
        }

        @Override
        void head(Duration value, GraphWriter out) throws IOException {
            out.out().putLong(value.getSeconds());
            out.out().putInt(value.getNano());
        }

        @Override
        Duration make(GraphReader in) throws IOException {
            long seconds = in.in().getLong();
            return Duration.ofSeconds(seconds, in.in().getInt());
        }
    }
}
