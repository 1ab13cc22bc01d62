package org.gavel.exchange.snapshot.graph;

import java.util.Optional;
import org.gavel.exchange.engine.state.Shareable;

/** How objects of one class are written: found out once for the class, not for each of its objects. For one thread. */
final class Kind {
    /** What a class is to a graph. */
    enum How {
        ENUM,
        WIRED,
        RECORD,
        OBJECT,
        FORM,
        ARRAY
    }

    private static final String PROTOCOL = "org.gavel.protocol.";
    private static final int UNNAMED = -1;

    private final How how;
    private final Optional<Shape> shape;
    private final Optional<Form<Object>> form;
    private final boolean shared;
    private int number = UNNAMED;

    private Kind(Class<?> type, How how) {
        this.how = how;
        this.shape = how == How.RECORD || how == How.OBJECT ? Optional.of(Shape.of(type)) : Optional.empty();
        this.form = how == How.FORM ? Forms.of(type) : Optional.empty();
        boolean isWord = how == How.RECORD && type.getName().startsWith(PROTOCOL);
        this.shared = type == String.class || how == How.ENUM || isWord || Shareable.class.isAssignableFrom(type);
    }

    static Kind of(Class<?> type) {
        return new Kind(type, how(type));
    }

    private static How how(Class<?> type) {
        if (type.isArray()) {
            return How.ARRAY;
        } else if (Allowed.isWiring(type)) {
            return How.WIRED;
        } else if (!Allowed.isOurs(type)) {
            return How.FORM;
        } else if (Enum.class.isAssignableFrom(type)) {
            return How.ENUM;
        }
        return type.isRecord() ? How.RECORD : How.OBJECT;
    }

    How how() {
        return how;
    }

    /** The fields of a record or an object. */
    Shape shape() {
        return shape.orElseThrow();
    }

    /** Of what is not ours; empty where there is none and nothing can hold it. */
    Optional<Form<Object>> form() {
        return form;
    }

    /** Whether it never changes, so that two engines may have the same one: words of the protocol, and what says so. */
    boolean isShared() {
        return shared;
    }

    boolean isNamed() {
        return number != UNNAMED;
    }

    /** Its number in the table of classes. */
    int number() {
        return number;
    }

    void name(int next) {
        number = next;
    }
}
