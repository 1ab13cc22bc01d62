package org.gavel.exchange.snapshot.graph;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gavel.exchange.api.KeptState;
import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;

/** Which classes may stand in a graph. Whatever is not here is refused, by name. */
final class Allowed {
    private static final List<String> PACKAGES = List.of(
            "org.gavel.exchange.engine.",
            "org.gavel.exchange.host.",
            "org.gavel.protocol.",
            "org.gavel.exchange.api.",
            "org.gavel.exchange.view.");

    private static final ClassValue<Boolean> OURS = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            boolean isNamed =
                    PACKAGES.stream().anyMatch(prefix -> type.getName().startsWith(prefix));
            return !type.isHidden() && (isNamed || KeptState.class.isAssignableFrom(type));
        }
    };

    private static final ClassValue<Map<String, Object>> CONSTANTS = new ClassValue<>() {
        @Override
        protected Map<String, Object> computeValue(Class<?> type) {
            return find(type);
        }
    };

    private Allowed() {}

    /** Whether it is a class of the market's own, or of a view that is kept. */
    static boolean isOurs(Class<?> type) {
        return OURS.get(type);
    }

    /** What belongs to the command being applied and to nothing after it. */
    static boolean isOfTheActInHand(Class<?> type) {
        return type == Request.class || EventSink.class.isAssignableFrom(type);
    }

    /** A lambda or a method reference: wiring, made anew by the constructors of a fresh market. */
    static boolean isWiring(Class<?> type) {
        return type.isHidden() || type.isSynthetic();
    }

    static Class<?> load(String name) {
        try {
            Class<?> type = Class.forName(name, false, Allowed.class.getClassLoader());
            if (isOurs(type)) {
                return type;
            }
        } catch (ClassNotFoundException e) {
            throw new GraphRefusal("this build knows no " + name, e);
        }
        throw new GraphRefusal(name + " is no class of the market");
    }

    /** Objects that are static final fields of a class, by their names: they are named, not copied. */
    static Map<String, Object> constants(Class<?> type) {
        return CONSTANTS.get(type);
    }

    static Object constant(Class<?> type, String name) {
        Object constant = CONSTANTS.get(type).get(name);
        if (constant == null) {
            throw new GraphRefusal(type.getName() + " has no constant " + name);
        }
        return constant;
    }

    private static Map<String, Object> find(Class<?> type) {
        Map<String, Object> constants = new LinkedHashMap<>();
        for (Field field : type.getDeclaredFields()) {
            boolean isConstant = Modifier.isStatic(field.getModifiers()) && Modifier.isFinal(field.getModifiers());
            if (isConstant && isOurs(field.getType()) && !field.getType().isEnum()) {
                constants.put(field.getName(), value(field));
            }
        }
        return constants;
    }

    private static Object value(Field constant) {
        try {
            constant.setAccessible(true);
            return constant.get(null);
        } catch (IllegalAccessException e) {
            throw new GraphRefusal(constant + " cannot be read", e);
        }
    }
}
