package org.gavel.protocol.codec.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;

/** Where in a message something stands, as people read it: {@code phases[0].softClose.window}. */
final class JsonPath {
    /** The longest path that is repeated to whoever sent it, in UTF-16 units. */
    static final int MAX_LENGTH = 120;

    private JsonPath() {}

    static String of(JsonMappingException problem) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : problem.getPath()) {
            append(path, step.getFieldName(), step.getIndex());
        }
        return printable(path);
    }

    static String of(JsonStreamContext place) {
        StringBuilder path = new StringBuilder();
        append(path, place);
        return printable(path);
    }

    private static void append(StringBuilder path, JsonStreamContext place) {
        if (place.inRoot()) {
            return;
        }
        append(path, place.getParent());
        append(path, place.inObject() ? place.getCurrentName() : null, place.getCurrentIndex());
    }

    private static void append(StringBuilder path, String name, int index) {
        if (name == null) {
            path.append('[').append(index).append(']');
        } else {
            path.append(path.isEmpty() ? "" : ".").append(name);
        }
    }

    /** The path of a field of the record at {@code path}; the field may repeat the record's own name. */
    static String below(String path, String field) {
        String leaf = path.substring(path.lastIndexOf('.') + 1).replaceFirst("\\[.*", "");
        if (field.isEmpty() || field.equals(leaf)) {
            return path;
        }
        return path + "." + (field.startsWith(leaf + ".") ? field.substring(leaf.length() + 1) : field);
    }

    /** Whether nothing stands there, or null. */
    static boolean isAbsent(JsonNode fields, String path) {
        if (path.isEmpty()) {
            return false;
        }
        String pointer = path.replace("]", "").replace('[', '/').replace('.', '/');
        JsonNode found = fields.at(JsonPointer.compile("/" + pointer));
        return found.isMissingNode() || found.isNull();
    }

    /** Names come from outside: nothing in them may break a log line or an answer. */
    private static String printable(StringBuilder path) {
        int length = Math.min(path.length(), MAX_LENGTH);
        for (int i = 0; i < length; i++) {
            char c = path.charAt(i);
            if (Character.isISOControl(c) || Character.isSurrogate(c)) {
                path.setCharAt(i, '?');
            }
        }
        return path.substring(0, length);
    }
}
