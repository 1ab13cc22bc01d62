package org.gavel.gateway.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.gavel.gateway.access.AccessTable;
import org.gavel.gateway.access.Claims;
import org.gavel.gateway.wire.Request;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.PlaceMaximum;
import org.gavel.protocol.command.PlaceOrder;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Role;

/** Makes a command and its origin of a request, or says what is wrong with it. Thread-safe. */
final class CommandDesk {
    /** A command ready to be submitted. */
    record Submission(Origin origin, Command command) {}

    private final Doors doors;
    private final long session;

    CommandDesk(Doors doors, long session) {
        this.doors = doors;
        this.session = session;
    }

    /** Access before content: whoever may not send a command learns nothing of its fields. */
    Submission read(Request request, Claims asking, long receivedAt) {
        if (!AccessTable.allows(asking.role(), request.op())) {
            throw new InvalidValue(RejectReason.FORBIDDEN, "op", "is not for the role " + asking.role());
        }
        ObjectNode fields = request.fields();
        ClientId cid = cid(fields.remove("cid"));
        Channel channel = channel(asking.role(), request.op(), fields);
        salt(request.op(), fields, asking.subject(), cid);
        Command command = JsonCodec.command(fields.put("op", request.op()));
        AccessTable.checkAccount(asking, command);
        int gateway = doors.settings().gateway();
        Origin origin = new Origin(asking.subject(), 0, cid, session, receivedAt, gateway, asking.role(), channel);
        return new Submission(origin, command);
    }

    /** Whose order it is: the actor's own where it names nobody. */
    static int participant(Origin origin, PlaceOrder order) {
        return order.participant() != 0 ? order.participant() : (int) origin.actor();
    }

    private static ClientId cid(JsonNode cid) {
        ClientId given = JsonCodec.clientId(cid);
        if (given.isNone()) {
            throw new InvalidValue(RejectReason.CID_MISSING, "cid", "is required");
        }
        return given;
    }

    private static Channel channel(Role role, String op, ObjectNode fields) {
        return switch (role) {
            case BIDDER -> Channel.ONLINE;
            case CLERK -> AccessTable.isBiddersAct(op) ? hallChannel(fields.remove("channel")) : Channel.FLOOR;
            default -> Channel.CONSOLE;
        };
    }

    private static Channel hallChannel(JsonNode channel) {
        if (channel == null) {
            return Channel.FLOOR;
        }
        return switch (channel.asText()) {
            case "FLOOR" -> Channel.FLOOR;
            case "PHONE" -> Channel.PHONE;
            case "ABSENTEE" -> Channel.ABSENTEE;
            default ->
                throw new InvalidValue(RejectReason.BAD_FIELD, "channel", "must be one of [FLOOR, PHONE, ABSENTEE]");
        };
    }

    /** A hidden reserve, fixed paddles or a maximum without a salt get one that is the same on every retry. */
    private void salt(String op, ObjectNode fields, long actor, ClientId cid) {
        if (fields.get("reserve") instanceof ObjectNode reserve
                && reserve.path("hidden").asBoolean()
                && reserve.path("salt").asText("").isEmpty()) {
            reserve.put("salt", doors.tokens().salts().salt(actor, cid));
        }
        if (fields.get("admission") instanceof ObjectNode admission
                && admission.path("paddlesFixed").asBoolean()
                && admission.path("paddleSalt").asText("").isEmpty()) {
            admission.put("paddleSalt", doors.tokens().salts().paddleSalt(actor, cid));
        }
        if (PlaceMaximum.class.getSimpleName().equals(op)
                && fields.path("salt").asText("").isEmpty()) {
            fields.put("salt", doors.tokens().salts().maximumSalt(actor, cid));
        }
    }
}
