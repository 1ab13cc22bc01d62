package org.gavel.loadtest.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Frames as JSON. A reader of replies is lenient: a field that a newer venue adds does no harm. Thread-safe. */
public final class Wire {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Wire() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** The object in the text, or nothing where it holds none. */
    public static Optional<ObjectNode> read(String text) {
        try {
            return MAPPER.readTree(text) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The object in the field, or an empty one. */
    public static ObjectNode object(ObjectNode frame, String field) {
        return frame.get(field) instanceof ObjectNode object ? object : object();
    }
}
