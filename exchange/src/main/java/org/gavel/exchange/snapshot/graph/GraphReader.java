package org.gavel.exchange.snapshot.graph;

import java.io.IOException;
import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * Makes the objects of a graph again. A root that exists already is filled in place, and so is every object its
 * constructor made: what they wire together (desks, listeners) goes on pointing to them. For one thread and one graph.
 */
public final class GraphReader {
    private final GraphSource in;
    private final Queue<Object> shared;
    private final List<Object> numbered = new ArrayList<>();
    private final List<Class<?>> table = new ArrayList<>();
    private final Map<Class<?>, Shape> shapes = new HashMap<>();
    private final ArrayDeque<Waiting> bodies = new ArrayDeque<>();
    private String place = "the root";

    /** An object whose fields come in their turn; {@code fresh} where a constructor made it. */
    private record Waiting(Object value, Shape shape, Form<Object> form, boolean fresh) {}

    public GraphReader(Blocks.Source blocks) {
        this(blocks, new ArrayDeque<>());
    }

    /** With what was handed over beside the blocks. */
    GraphReader(Blocks.Source blocks, Queue<Object> shared) {
        this.in = new GraphSource(blocks);
        this.shared = shared;
    }

    /** Fills an object that a constructor made with the next graph. */
    public void into(Object root) throws IOException {
        reference(root);
        fill();
    }

    /** Makes the next graph's root. */
    public Object next() throws IOException {
        Object root = reference(null);
        fill();
        return root;
    }

    GraphSource in() {
        return in;
    }

    /** Reads a reference; where the owner is fresh, {@code existing} is what its constructor put there. */
    Object reference(Object existing) throws IOException {
        int tag = in.get();
        return switch (tag) {
            case Tag.NULL -> null;
            case Tag.BACK -> back(existing);
            case Tag.TEXT -> keep(in.getText());
            case Tag.LONG -> in.getLong();
            case Tag.INT -> in.getInt();
            case Tag.BOOLEAN -> in.get() != 0;
            case Tag.ENUM -> member(type(), (String) reference(null));
            case Tag.CONSTANT -> Allowed.constant(type(), (String) reference(null));
            case Tag.OBJECT -> object(existing);
            case Tag.RECORD -> record();
            case Tag.NUMBERS -> keep(Numbers.read(in));
            case Tag.ARRAY -> array();
            case Tag.FORM -> form(existing);
            case Tag.WIRED -> wired(existing);
            case Tag.SHARED -> handedOver();
            default -> throw new GraphRefusal(place + " holds the unknown tag " + tag);
        };
    }

    private Object handedOver() {
        Object value = shared.poll();
        if (value == null) {
            throw new GraphRefusal(place + " holds something that was to be handed over beside the graph");
        }
        return value;
    }

    private Object keep(Object value) {
        numbered.add(value);
        return value;
    }

    private Object back(Object existing) throws IOException {
        Object known = numbered.get(in.getCount());
        boolean isAnothers = existing != null
                && existing != known
                && Allowed.isOurs(existing.getClass())
                && !existing.getClass().isRecord()
                && !(existing instanceof Enum);
        if (isAnothers) {
            throw new GraphRefusal(place + " is wired to another object than the snapshot says");
        }
        return known;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // The class table holds the enum's own class.
    private static Object member(Class<?> type, String name) {
        try {
            return Enum.valueOf((Class) type, name);
        } catch (IllegalArgumentException e) {
            throw new GraphRefusal(type.getName() + " has no " + name, e);
        }
    }

    private Object object(Object existing) throws IOException {
        Shape shape = shape(type());
        boolean fresh = existing != null && existing.getClass() == shape.type();
        if (!fresh && shape.isWired()) {
            throw new GraphRefusal(place + " holds a " + shape.type().getName()
                    + ", which only a fresh market can make: it has fields that are wired");
        }
        if (!fresh && existing != null && Allowed.isOurs(existing.getClass())) {
            throw new GraphRefusal(
                    place + " is wired to a " + existing.getClass().getName() + ", not to a "
                            + shape.type().getName());
        }
        Object value = fresh ? existing : shape.allocate();
        bodies.add(new Waiting(value, shape, null, fresh));
        return keep(value);
    }

    private Object record() throws IOException {
        Shape shape = shape(type());
        Field[] fields = shape.fields();
        Object[] components = new Object[fields.length];
        for (int i = 0; i < fields.length; i++) {
            Class<?> type = fields[i].getType();
            components[i] = type.isPrimitive() ? Numbers.read(type, in) : reference(null);
        }
        return keep(shape.construct(components));
    }

    private Object array() throws IOException {
        Class<?> component = component(in.getText());
        Object value = java.lang.reflect.Array.newInstance(component, in.getCount());
        bodies.add(new Waiting(value, null, null, false));
        return keep(value);
    }

    private static Class<?> component(String name) {
        return switch (name) {
            case "[J" -> long[].class;
            case "[I" -> int[].class;
            case "[B" -> byte[].class;
            case "java.lang.String" -> String.class;
            default -> Allowed.load(name);
        };
    }

    private Object form(Object existing) throws IOException {
        Form<Object> form = Forms.of(in.get());
        Object made = form.make(this);
        if (!form.isFilledLater()) {
            return keep(made);
        }
        Object value = existing != null && existing.getClass() == made.getClass() ? form.emptied(existing) : made;
        bodies.add(new Waiting(value, null, form, false));
        return keep(value);
    }

    private Object wired(Object existing) {
        if (existing == null) {
            throw new GraphRefusal(place + " is a lambda, and no constructor of a fresh market puts one there;"
                    + " the engine's state must use a named class instead");
        }
        return existing;
    }

    private void fill() throws IOException {
        for (Waiting next = bodies.poll(); next != null; next = bodies.poll()) {
            if (next.shape != null) {
                fields(next);
            } else if (next.form != null) {
                next.form.fill(next.value, this);
            } else {
                Object[] array = (Object[]) next.value;
                for (int i = 0; i < array.length; i++) {
                    array[i] = reference(null);
                }
            }
        }
    }

    private void fields(Waiting next) throws IOException {
        Field[] fields = next.shape.fields();
        for (int i = 0; i < fields.length; i++) {
            Field field = fields[i];
            place = next.shape.place(i);
            try {
                if (field.getType().isPrimitive()) {
                    Numbers.read(field, next.value, in);
                } else {
                    field.set(next.value, reference(next.fresh ? field.get(next.value) : null));
                }
            } catch (IllegalAccessException | IllegalArgumentException e) {
                throw new GraphRefusal(place + " cannot be filled", e);
            }
        }
    }

    private Class<?> type() throws IOException {
        int number = in.getCount();
        if (number < table.size()) {
            return table.get(number);
        }
        Class<?> type = Allowed.load(in.getText());
        String description = in.getText();
        if (!type.isEnum() && !shape(type).description().equals(description)) {
            throw new GraphRefusal(type.getName() + " has other fields in this build");
        }
        table.add(type);
        return type;
    }

    private Shape shape(Class<?> type) {
        return shapes.computeIfAbsent(type, Shape::of);
    }
}
