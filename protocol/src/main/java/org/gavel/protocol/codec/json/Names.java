package org.gavel.protocol.codec.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;

/** The records of a sealed interface by their names on the wire; a new record is found without being listed. */
final class Names<T> {
    private final Map<String, Class<? extends T>> types;

    private Names(Map<String, Class<? extends T>> types) {
        this.types = types;
    }

    static <T> Names<T> of(Class<T> sealed) {
        Map<String, Class<? extends T>> types = new TreeMap<>();
        collect(sealed, sealed, types);
        return new Names<>(types);
    }

    private static <T> void collect(Class<T> sealed, Class<?> type, Map<String, Class<? extends T>> types) {
        if (type.isRecord()) {
            types.put(type.getSimpleName(), type.asSubclass(sealed));
            return;
        }
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            collect(sealed, permitted, types);
        }
    }

    Class<? extends T> type(JsonNode name, String field) {
        if (name == null || name.isNull()) {
            throw new InvalidValue(RejectReason.MISSING_FIELD, field, "is required");
        }
        if (!name.isTextual()) {
            throw new InvalidValue(RejectReason.BAD_FIELD, field, "must be text");
        }
        Class<? extends T> type = types.get(name.textValue());
        if (type == null) {
            throw new InvalidValue(RejectReason.UNKNOWN_OP, field, "is unknown; known are " + types.keySet());
        }
        return type;
    }
}
