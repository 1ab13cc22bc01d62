package org.gavel.exchange.snapshot.graph;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.agrona.UnsafeApi;

/** What an object of one class consists of: its fields from the uppermost class down, in order of their names. */
final class Shape {
    private final Class<?> type;
    private final Field[] fields;
    private final String[] places;
    private final Constructor<?> canonical;
    private final boolean wired;

    private Shape(Class<?> type, Field[] fields, Constructor<?> canonical, boolean wired) {
        this.type = type;
        this.fields = fields;
        this.places = Arrays.stream(fields).map(Shape::place).toArray(String[]::new);
        this.canonical = canonical;
        this.wired = wired;
    }

    static Shape of(Class<?> type) {
        try {
            return type.isRecord() ? ofRecord(type) : ofObject(type);
        } catch (ReflectiveOperationException e) {
            throw new GraphRefusal(type.getName() + " cannot be looked into", e);
        }
    }

    private static Shape ofRecord(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Field[] fields = new Field[components.length];
        for (int i = 0; i < components.length; i++) {
            fields[i] = type.getDeclaredField(components[i].getName());
            fields[i].setAccessible(true);
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Constructor<?> canonical = type.getDeclaredConstructor(types);
        canonical.setAccessible(true);
        return new Shape(type, fields, canonical, false);
    }

    private static Shape ofObject(Class<?> type) throws ReflectiveOperationException {
        List<Field> kept = new ArrayList<>();
        boolean wired = false;
        for (Class<?> level = type; level != Object.class; level = level.getSuperclass()) {
            List<Field> own = Arrays.stream(level.getDeclaredFields())
                    .filter(field -> !Modifier.isStatic(field.getModifiers()))
                    .sorted(Comparator.comparing(Field::getName))
                    .toList();
            List<Field> state = own.stream().filter(Shape::isState).toList();
            wired |= own.stream().anyMatch(Shape::isWiring);
            kept.addAll(0, state);
        }
        kept.forEach(field -> field.setAccessible(true));
        return new Shape(type, kept.toArray(Field[]::new), Object.class.getDeclaredConstructor(), wired);
    }

    /** A final field that is no state is the constructor's to fill; any other is scratch, and may be empty. */
    private static boolean isWiring(Field field) {
        return Modifier.isFinal(field.getModifiers()) && !isState(field);
    }

    private static boolean isState(Field field) {
        return !Modifier.isTransient(field.getModifiers()) && !Allowed.isOfTheActInHand(field.getType());
    }

    Class<?> type() {
        return type;
    }

    Field[] fields() {
        return fields;
    }

    /** Where a refusal says that something stands: class and name of the field in this place. */
    String place(int field) {
        return places[field];
    }

    private static String place(Field field) {
        return field.getDeclaringClass().getName() + "." + field.getName();
    }

    /** Whether it has fields that only the constructor of a fresh market can fill. */
    boolean isWired() {
        return wired;
    }

    /** Name and type of every field, a line each: what must be the same in the build that reads it. */
    String description() {
        StringBuilder lines = new StringBuilder();
        for (Field field : fields) {
            lines.append(place(field)).append(' ').append(field.getType().getName());
            lines.append('\n');
        }
        return lines.toString();
    }

    /** An object whose fields are still empty; no constructor of the engine has run. */
    Object allocate() {
        return UnsafeApi.allocateInstance(type);
    }

    Object construct(Object[] components) {
        try {
            return canonical.newInstance(components);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            throw new GraphRefusal(type.getName() + " refuses the components written for it", e);
        }
    }
}
