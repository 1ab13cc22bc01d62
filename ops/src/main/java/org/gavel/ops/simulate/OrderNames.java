package org.gavel.ops.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.ClientId;

/** Orders by the client ids of the lines that placed them: lines written beforehand cannot know an order's number. */
final class OrderNames {
    private final Map<String, Long> numbers = new HashMap<>();

    /** The line of this client id placed the order of this number. */
    void put(ClientId cid, long number) {
        if (!cid.equals(ClientId.NONE)) {
            numbers.put(cid.toString(), number);
        }
    }

    /** Where the field {@code order} is text, puts the number there of the order last placed under that client id. */
    void resolve(ObjectNode fields) {
        JsonNode order = fields.get("order");
        if (order == null || !order.isTextual()) {
            return;
        }
        Long number = numbers.get(order.textValue());
        if (number == null) {
            throw new InvalidValue(
                    RejectReason.BAD_FIELD, "order", "must be a number, or the cid of an earlier PlaceOrder");
        }
        fields.put("order", number);
    }
}
