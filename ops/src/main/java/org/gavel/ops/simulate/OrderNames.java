package org.gavel.ops.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;
import org.gavel.protocol.value.ClientId;

/** Orders by the client ids of the lines that placed them: lines written beforehand cannot know an order's number. */
final class OrderNames {
    /** What stands for an order that no line above has placed; the market refuses it as any unknown one. */
    private static final long NOBODYS = Require.MAX_NUMBER;

    private record Name(long participant, ClientId cid) {}

    private final Map<Name, Long> ofParticipants = new HashMap<>();
    private final Map<ClientId, Long> ofAnybody = new HashMap<>();

    /** The line of this client id placed the order of this number for the participant. */
    void put(long participant, ClientId cid, long number) {
        if (!cid.equals(ClientId.NONE)) {
            ofParticipants.put(new Name(participant, cid), number);
            ofAnybody.put(cid, number);
        }
    }

    /**
     * Where the field {@code order} is text, puts the number there of the order last placed under that client id: by
     * the participant the line acts for, else by anybody.
     */
    void resolve(ObjectNode fields, long by) {
        JsonNode order = fields.get("order");
        if (order == null || !order.isTextual()) {
            return;
        }
        long named = fields.path("participant").asLong();
        Name name = new Name(named == 0 ? by : named, cid(order.textValue()));
        Long theirs = ofParticipants.get(name);
        fields.put("order", theirs != null ? theirs : ofAnybody.getOrDefault(name.cid(), NOBODYS));
    }

    private static ClientId cid(String order) {
        try {
            return ClientId.parse(order);
        } catch (InvalidValue e) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "order", "must be a number, or the cid of a PlaceOrder");
        }
    }
}
