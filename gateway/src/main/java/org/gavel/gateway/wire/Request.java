package org.gavel.gateway.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;

/**
 * A request taken apart.
 *
 * @param id comes back in the reply; null in JSON where the client gave none
 * @param fields all that is neither {@code op} nor {@code id}
 */
public record Request(JsonNode id, String op, ObjectNode fields) {
    /** The longest id, in characters. */
    public static final int MAX_ID = 64;

    private static final String ID = "id";
    private static final String OP = "op";

    /** What the reply to this message is called, whether the rest of it makes sense or not. */
    public static JsonNode id(ObjectNode message) {
        JsonNode id = message.path(ID);
        if (id.isMissingNode() || id.isNull()) {
            return NullNode.getInstance();
        }
        boolean text = id.isTextual() && id.textValue().length() <= MAX_ID;
        boolean number = id.isIntegralNumber()
                && id.canConvertToLong()
                && id.longValue() <= Require.MAX_NUMBER
                && id.longValue() >= -Require.MAX_NUMBER;
        if (!text && !number) {
            throw new InvalidValue(RejectReason.BAD_FIELD, ID, "must be text of at most 64 characters or a number");
        }
        if (text) {
            Require.text(id.textValue(), ID);
        }
        return id;
    }

    /** The message as a request; takes {@code op} and {@code id} out of it. */
    public static Request of(ObjectNode message) {
        JsonNode id = id(message);
        message.remove(ID);
        JsonNode op = message.remove(OP);
        if (op == null || !op.isTextual()) {
            throw new InvalidValue(RejectReason.MISSING_FIELD, OP, "is required");
        }
        return new Request(id, op.textValue(), message);
    }
}
