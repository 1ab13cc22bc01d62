package org.gavel.protocol.codec.json;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.List;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;

/** Jackson's complaints in Gavel's codes, with the field's path. */
final class JsonProblem {
    private JsonProblem() {}

    /** Why a text is no JSON. */
    static InvalidValue ofText(JsonProcessingException problem) {
        if (problem instanceof StreamConstraintsException) {
            return new InvalidValue(RejectReason.TOO_LARGE, "", "The message is too deep or holds too long a value");
        }
        String message = problem.getOriginalMessage() == null ? "" : problem.getOriginalMessage();
        if (message.startsWith("Duplicate field") && problem.getProcessor() instanceof JsonParser parser) {
            String place = JsonPath.of(parser.getParsingContext());
            return new InvalidValue(RejectReason.DUPLICATE_KEY, place, "stands twice");
        }
        var place = problem.getLocation();
        String where = place == null ? "" : " at column " + place.getColumnNr();
        return new InvalidValue(RejectReason.BAD_JSON, "", "The message is not one JSON object" + where);
    }

    /** Why {@code fields} make no value. */
    static InvalidValue ofFields(JsonProcessingException problem, JsonNode fields) {
        String path = problem instanceof JsonMappingException mapping ? JsonPath.of(mapping) : "";
        InvalidValue own = ownCause(problem);
        if (own != null) {
            return missing(placed(own, path, problem instanceof ValueInstantiationException), fields);
        }
        if (problem instanceof UnrecognizedPropertyException) {
            return new InvalidValue(RejectReason.UNKNOWN_FIELD, path, "is not a field of this message");
        }
        if (problem instanceof InvalidTypeIdException unknown) {
            return kind(unknown, path);
        }
        if (problem instanceof MismatchedInputException mismatch) {
            return JsonPath.isAbsent(fields, path)
                    ? new InvalidValue(RejectReason.MISSING_FIELD, path, "is required")
                    : new InvalidValue(RejectReason.BAD_FIELD, path, expected(mismatch.getTargetType(), path));
        }
        return new InvalidValue(RejectReason.BAD_FIELD, path, "is out of range");
    }

    /** A value read from text is the field itself; a record found wrong names its own field below the path. */
    private static InvalidValue placed(InvalidValue own, String path, boolean record) {
        if (path.isEmpty()) {
            return own;
        }
        return own.at(record ? JsonPath.below(path, own.field()) : path);
    }

    private static InvalidValue missing(InvalidValue own, JsonNode fields) {
        boolean byValue = own.reason() == RejectReason.BAD_FIELD || own.reason() == RejectReason.QUANTITY_NOT_POSITIVE;
        boolean misread = byValue && JsonPath.isAbsent(fields, own.field());
        return misread ? new InvalidValue(RejectReason.MISSING_FIELD, own.field(), "is required") : own;
    }

    /** The field that says which of several records is meant: a phase's mechanism, a deal's mode. */
    private static InvalidValue kind(InvalidTypeIdException problem, String path) {
        JsonTypeInfo named = problem.getBaseType().getRawClass().getAnnotation(JsonTypeInfo.class);
        String field = JsonPath.below(path, named.property());
        return problem.getTypeId() == null
                ? new InvalidValue(RejectReason.MISSING_FIELD, field, "is required")
                : new InvalidValue(RejectReason.BAD_FIELD, field, "is not a known " + named.property());
    }

    private static InvalidValue ownCause(Throwable problem) {
        for (Throwable t = problem; t != null; t = t.getCause()) {
            if (t instanceof InvalidValue own) {
                return own;
            }
        }
        return null;
    }

    private static String expected(Class<?> type, String path) {
        if (type == null) {
            return "has the wrong type";
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return path.endsWith("At") ? "must be microseconds since 1970" : "must be a whole number in range";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "must be true or false";
        }
        if (type == String.class) {
            return "must be text";
        }
        return List.class.isAssignableFrom(type) ? "must be a list" : "must be an object";
    }
}
