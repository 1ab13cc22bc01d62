package org.gavel.exchange.snapshot.graph;

import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes what can be reached from a root: every object once, by its fields in a fixed order, whatever points to it by
 * number. Breadth first, so that no depth of references exhausts a stack; records and numbers at once. Equal states
 * reached in the same way give equal bytes. For one thread and one graph.
 */
public final class GraphWriter {
    private final GraphSink out;
    private final boolean shares;
    private final Collection<Object> shared;
    private final Numbering numbers = new Numbering();
    private final Map<String, Integer> texts = new HashMap<>();
    private final Map<Class<?>, Kind> kinds = new HashMap<>();
    private final IdentityHashMap<Object, Constant> constants = new IdentityHashMap<>();
    private final ArrayDeque<Object> bodies = new ArrayDeque<>();
    private int count;
    private int named;
    private String place = "the root";

    private record Constant(Class<?> owner, String name) {}

    private GraphWriter(Blocks.Sink blocks, boolean shares, Collection<Object> shared) {
        this.out = new GraphSink(blocks);
        this.shares = shares;
        this.shared = shared;
    }

    /**
     * Writes the graphs of the roots, in order.
     *
     * @throws GraphRefusal at the first object that is not the market's own or cannot be made again
     */
    public static void write(Blocks.Sink blocks, Object... roots) throws IOException {
        new GraphWriter(blocks, false, List.of()).graphs(roots);
    }

    /** The same for a copy within this process: what never changes goes into {@code shared} instead. */
    static void share(Blocks.Sink blocks, Collection<Object> shared, Object... roots) throws IOException {
        new GraphWriter(blocks, true, shared).graphs(roots);
    }

    private void graphs(Object... roots) throws IOException {
        for (Object root : roots) {
            reference(root);
            while (!bodies.isEmpty()) {
                body(bodies.poll());
            }
        }
        out.flush();
    }

    GraphSink out() {
        return out;
    }

    /** Writes a reference, and at once whatever it is that has no identity of its own. */
    void reference(Object value) throws IOException {
        if (value == null) {
            out.put(Tag.NULL);
        } else if (shares && kind(value.getClass()).isShared()) {
            out.put(Tag.SHARED);
            shared.add(value);
        } else if (value instanceof String text) {
            text(text);
        } else if (!isKnown(value)) {
            introduce(value, kind(value.getClass()));
        }
    }

    private void text(String text) throws IOException {
        Integer number = texts.putIfAbsent(text, count);
        if (number == null) {
            out.put(Tag.TEXT);
            out.putText(text);
            count++;
        } else {
            back(number);
        }
    }

    private boolean isKnown(Object value) throws IOException {
        int number = numbers.get(value);
        if (number == Numbering.NONE) {
            return false;
        }
        back(number);
        return true;
    }

    private void back(int number) throws IOException {
        out.put(Tag.BACK);
        out.putCount(number);
    }

    private void introduce(Object value, Kind kind) throws IOException {
        if (value instanceof Long number) {
            out.put(Tag.LONG);
            out.putLong(number);
        } else if (value instanceof Integer number) {
            out.put(Tag.INT);
            out.putInt(number);
        } else if (value instanceof Boolean flag) {
            out.put(Tag.BOOLEAN);
            out.put(flag ? 1 : 0);
        } else {
            switch (kind.how()) {
                case ARRAY -> array(value, value.getClass().getComponentType());
                case WIRED -> out.put(Tag.WIRED);
                case ENUM -> member((Enum<?>) value);
                case RECORD, OBJECT -> own(value, kind);
                case FORM -> form(value, kind);
            }
        }
    }

    private void member(Enum<?> member) throws IOException {
        out.put(Tag.ENUM);
        type(member.getDeclaringClass());
        reference(member.name());
    }

    private void own(Object value, Kind kind) throws IOException {
        Constant constant = constants.get(value);
        if (constant != null) {
            out.put(Tag.CONSTANT);
            type(constant.owner);
            reference(constant.name);
        } else if (kind.how() == Kind.How.RECORD) {
            out.put(Tag.RECORD);
            type(value.getClass());
            fields(value, kind.shape());
            numbers.put(value, count++);
        } else {
            out.put(Tag.OBJECT);
            type(value.getClass());
            inItsTurn(value);
        }
    }

    private void array(Object value, Class<?> component) throws IOException {
        if (component.isPrimitive()) {
            out.put(Tag.NUMBERS);
            Numbers.write(value, out);
            numbers.put(value, count++);
        } else {
            out.put(Tag.ARRAY);
            out.putText(component.getName());
            out.putCount(Array.getLength(value));
            inItsTurn(value);
        }
    }

    private void form(Object value, Kind kind) throws IOException {
        Optional<Form<Object>> form = kind.form();
        if (form.isEmpty()) {
            throw new GraphRefusal(place + " holds a " + value.getClass().getName() + ", which no snapshot can hold");
        }
        out.put(Tag.FORM);
        out.put(form.get().code());
        form.get().head(value, this);
        if (form.get().isFilledLater()) {
            inItsTurn(value);
        } else {
            numbers.put(value, count++);
        }
    }

    private void inItsTurn(Object value) {
        numbers.put(value, count++);
        bodies.add(value);
    }

    private void body(Object value) throws IOException {
        Kind kind = kind(value.getClass());
        if (kind.how() == Kind.How.ARRAY) {
            place = "an array of " + value.getClass().getComponentType().getName();
            for (Object element : (Object[]) value) {
                reference(element);
            }
        } else if (kind.how() == Kind.How.OBJECT) {
            fields(value, kind.shape());
        } else {
            place = "a " + value.getClass().getSimpleName();
            kind.form().orElseThrow().body(value, this);
        }
    }

    private void fields(Object value, Shape shape) throws IOException {
        Field[] fields = shape.fields();
        for (int i = 0; i < fields.length; i++) {
            place = shape.place(i);
            try {
                if (fields[i].getType().isPrimitive()) {
                    Numbers.write(fields[i], value, out);
                } else {
                    reference(fields[i].get(value));
                }
            } catch (IllegalAccessException e) {
                throw new GraphRefusal(place + " cannot be read", e);
            }
        }
    }

    /** Names a class; the first time with its fields. */
    private void type(Class<?> type) throws IOException {
        Kind kind = kind(type);
        boolean isNew = !kind.isNamed();
        if (isNew) {
            kind.name(named++);
        }
        out.putCount(kind.number());
        if (isNew) {
            out.putText(type.getName());
            out.putText(kind.how() == Kind.How.ENUM ? "" : kind.shape().description());
        }
    }

    private Kind kind(Class<?> type) {
        Kind kind = kinds.get(type);
        if (kind == null) {
            kind = Kind.of(type);
            kinds.put(type, kind);
            if (kind.how() == Kind.How.RECORD || kind.how() == Kind.How.OBJECT) {
                Allowed.constants(type).forEach((name, value) -> constants.put(value, new Constant(type, name)));
            }
        }
        return kind;
    }
}
