package org.gavel.exchange.snapshot.graph;

import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Writes what can be reached from a root: every object once, by its fields in a fixed order, whatever points to it by
 * number. Breadth first, so that no depth of references exhausts a stack; records and numbers at once. Equal states
 * reached in the same way give equal bytes. For one thread and one graph.
 */
public final class GraphWriter {
    private final GraphSink out;
    private final IdentityHashMap<Object, Integer> numbers = new IdentityHashMap<>();
    private final Map<String, Integer> texts = new HashMap<>();
    private final Map<Class<?>, Integer> table = new HashMap<>();
    private final Map<Class<?>, Shape> shapes = new HashMap<>();
    private final IdentityHashMap<Object, Constant> constants = new IdentityHashMap<>();
    private final ArrayDeque<Object> bodies = new ArrayDeque<>();
    private int count;
    private String place = "the root";

    private record Constant(Class<?> owner, String name) {}

    private GraphWriter(Blocks.Sink blocks) {
        this.out = new GraphSink(blocks);
    }

    /**
     * Writes the graphs of the roots, in order.
     *
     * @throws GraphRefusal at the first object that is not the market's own or cannot be made again
     */
    public static void write(Blocks.Sink blocks, Object... roots) throws IOException {
        GraphWriter writer = new GraphWriter(blocks);
        for (Object root : roots) {
            writer.reference(root);
            while (!writer.bodies.isEmpty()) {
                writer.body(writer.bodies.poll());
            }
        }
        writer.out.flush();
    }

    GraphSink out() {
        return out;
    }

    /** Writes a reference, and at once whatever it is that has no identity of its own. */
    void reference(Object value) throws IOException {
        if (value == null) {
            out.put(Tag.NULL);
        } else if (!isKnown(value)) {
            introduce(value);
        }
    }

    private boolean isKnown(Object value) throws IOException {
        Integer number = value instanceof String ? texts.get(value) : numbers.get(value);
        if (number == null) {
            return false;
        }
        out.put(Tag.BACK);
        out.putCount(number);
        return true;
    }

    private void introduce(Object value) throws IOException {
        Class<?> type = value.getClass();
        if (value instanceof String text) {
            out.put(Tag.TEXT);
            out.putText(text);
            texts.put(text, count++);
        } else if (value instanceof Long number) {
            out.put(Tag.LONG);
            out.putLong(number);
        } else if (value instanceof Integer number) {
            out.put(Tag.INT);
            out.putInt(number);
        } else if (value instanceof Boolean flag) {
            out.put(Tag.BOOLEAN);
            out.put(flag ? 1 : 0);
        } else if (type.isArray()) {
            array(value, type.getComponentType());
        } else if (Allowed.isWiring(type)) {
            out.put(Tag.WIRED);
        } else if (Allowed.isOurs(type)) {
            own(value, type);
        } else {
            form(value, type);
        }
    }

    private void own(Object value, Class<?> type) throws IOException {
        if (value instanceof Enum<?> member) {
            out.put(Tag.ENUM);
            type(member.getDeclaringClass());
            reference(member.name());
            return;
        }
        shape(type);
        Constant constant = constants.get(value);
        if (constant != null) {
            out.put(Tag.CONSTANT);
            type(constant.owner);
            reference(constant.name);
        } else if (type.isRecord()) {
            out.put(Tag.RECORD);
            type(type);
            fields(value, shape(type));
            numbers.put(value, count++);
        } else {
            out.put(Tag.OBJECT);
            type(type);
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

    private void form(Object value, Class<?> type) throws IOException {
        Optional<Form<Object>> form = Forms.of(type);
        if (form.isEmpty()) {
            throw new GraphRefusal(place + " holds a " + type.getName() + ", which no snapshot can hold");
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
        Class<?> type = value.getClass();
        if (type.isArray()) {
            place = "an array of " + type.getComponentType().getName();
            for (Object element : (Object[]) value) {
                reference(element);
            }
        } else if (Allowed.isOurs(type)) {
            fields(value, shape(type));
        } else {
            place = "a " + type.getSimpleName();
            Forms.of(type).orElseThrow().body(value, this);
        }
    }

    private void fields(Object value, Shape shape) throws IOException {
        for (Field field : shape.fields()) {
            place = field.getDeclaringClass().getName() + "." + field.getName();
            try {
                if (field.getType().isPrimitive()) {
                    Numbers.write(field, value, out);
                } else {
                    reference(field.get(value));
                }
            } catch (IllegalAccessException e) {
                throw new GraphRefusal(place + " cannot be read", e);
            }
        }
    }

    /** Names a class; the first time with its fields. */
    private void type(Class<?> type) throws IOException {
        Integer known = table.get(type);
        out.putCount(known == null ? table.size() : known);
        if (known == null) {
            table.put(type, table.size());
            out.putText(type.getName());
            out.putText(type.isEnum() ? "" : shape(type).description());
        }
    }

    private Shape shape(Class<?> type) {
        Shape shape = shapes.get(type);
        if (shape == null) {
            shape = Shape.of(type);
            shapes.put(type, shape);
            Allowed.constants(type).forEach((value, name) -> constants.put(value, new Constant(type, name)));
        }
        return shape;
    }
}
