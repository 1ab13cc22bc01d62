package org.gavel.protocol.codec.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.Commands;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Balance;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Day;
import org.gavel.protocol.value.Draw;
import org.gavel.protocol.value.Money;
import org.junit.jupiter.api.Test;

/** Every component of every command, and of every record in one, given what it is not: nothing is coerced. */
class StrictReadingTest {
    private static final int DRAWS = 40;

    private static final List<JsonNode> BLANKS = values("''", "' '", "'\\t'", "'\\n'", "'\\u0000'", "'\\u001f '");
    private static final List<JsonNode> WORDS = values("'x'", "'true'", "'null'");
    private static final List<JsonNode> DIGITS = values("'0'", "'1'", "' 1'");
    private static final List<JsonNode> FRACTIONS = values("1.0", "1.5", "1e3");
    private static final List<JsonNode> NUMBERS = values("0", "1");
    private static final List<JsonNode> BOOLEANS = values("true", "false");
    private static final List<JsonNode> STRUCTURES = values("[]", "[1]", "{}");
    private static final Set<Class<?>> TEXTS = Set.of(ClientId.class, Day.class, Duration.class);

    private final Set<String> tried = new TreeSet<>();
    private ObjectNode command;

    /** JSON values, single quotes for double. */
    private static List<JsonNode> values(String... texts) {
        return Stream.of(texts)
                .map(text -> JsonCodec.parse("{\"v\":" + text.replace('\'', '"') + "}")
                        .get("v"))
                .toList();
    }

    @Test
    void coercesNothingInAnyCommand() {
        Draw.exactly(DRAWS, draw -> Commands.generators().forEach((name, generator) -> {
            Command valid = generator.apply(draw);
            command = JsonCodec.tree(valid);
            record((Record) valid, command);
        }));
        Set<String> all = new TreeSet<>();
        collect(Command.class, all, new TreeSet<>());
        all.removeAll(tried);
        assertEquals(Set.of(), all, "components that no draw had");
        assertTrue(tried.size() > 200, tried::toString);
    }

    /** Tries every component of a record where its JSON stands in the command. */
    private void record(Record value, ObjectNode fields) {
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            String name = component.getName();
            Object held = read(component, value);
            JsonNode before = fields.get(name);
            if (isScalar(component.getType())) {
                tried.add(nameOf(component));
                wrong(component.getType()).forEach(bad -> {
                    fields.set(name, bad);
                    refused(name);
                });
                restore(fields, name, before);
            } else if (held instanceof Record inner && before instanceof ObjectNode object) {
                record(inner, object);
            } else if (held instanceof List<?> list && before instanceof ArrayNode array) {
                elements(list, array, name);
            }
        }
    }

    private void elements(List<?> values, ArrayNode array, String name) {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) instanceof Record inner && array.get(i) instanceof ObjectNode object) {
                record(inner, object);
            } else if (isScalar(values.get(i).getClass())) {
                JsonNode before = array.get(i);
                for (JsonNode bad : wrong(values.get(i).getClass())) {
                    array.set(i, bad);
                    refused(name);
                }
                array.set(i, before);
            }
        }
    }

    private static void restore(ObjectNode fields, String name, JsonNode before) {
        if (before == null) {
            fields.remove(name);
        } else {
            fields.set(name, before);
        }
    }

    private void refused(String name) {
        InvalidValue refusal = assertThrows(InvalidValue.class, () -> JsonCodec.command(command), command::toString);
        assertEquals(RejectReason.BAD_FIELD, refusal.reason(), () -> refusal.sentence() + command);
        assertTrue(refusal.field().contains(name), () -> refusal.sentence() + command);
    }

    private static Object read(RecordComponent component, Record value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component.toString(), e);
        }
    }

    private static boolean isScalar(Class<?> type) {
        return isNumber(type) || isBoolean(type) || isText(type) || isMoney(type);
    }

    private static boolean isMoney(Class<?> type) {
        return type == Money.class || type == Balance.class;
    }

    private static boolean isNumber(Class<?> type) {
        return List.of(int.class, long.class, Integer.class, Long.class).contains(type);
    }

    private static boolean isBoolean(Class<?> type) {
        return type == boolean.class || type == Boolean.class;
    }

    private static boolean isText(Class<?> type) {
        return type == String.class || type.isEnum() || TEXTS.contains(type);
    }

    /** What a component of that type is not. */
    private static List<JsonNode> wrong(Class<?> type) {
        if (isText(type)) {
            return join(NUMBERS, FRACTIONS, BOOLEANS, STRUCTURES);
        }
        if (isMoney(type)) {
            return join(BLANKS, WORDS, BOOLEANS, STRUCTURES);
        }
        return isBoolean(type)
                ? join(BLANKS, WORDS, DIGITS, NUMBERS, FRACTIONS, STRUCTURES)
                : join(BLANKS, WORDS, DIGITS, FRACTIONS, BOOLEANS, STRUCTURES);
    }

    @SafeVarargs
    private static List<JsonNode> join(List<JsonNode>... lists) {
        List<JsonNode> all = new ArrayList<>();
        for (List<JsonNode> list : lists) {
            all.addAll(list);
        }
        return all;
    }

    private static String nameOf(RecordComponent component) {
        return component.getDeclaringRecord().getSimpleName() + "." + component.getName();
    }

    /** The scalar components of all records that a value of the type can hold. */
    private static void collect(Type type, Set<String> found, Set<String> seen) {
        if (type instanceof ParameterizedType list) {
            collect(list.getActualTypeArguments()[0], found, seen);
        } else if (type instanceof Class<?> kind && !isScalar(kind) && seen.add(kind.getName())) {
            if (kind.isSealed()) {
                Stream.of(kind.getPermittedSubclasses()).forEach(one -> collect(one, found, seen));
            } else if (kind.isRecord()) {
                Stream.of(kind.getRecordComponents()).forEach(component -> component(component, found, seen));
            }
        }
    }

    private static void component(RecordComponent component, Set<String> found, Set<String> seen) {
        if (isScalar(component.getType())) {
            found.add(nameOf(component));
        } else {
            collect(component.getGenericType(), found, seen);
        }
    }
}
