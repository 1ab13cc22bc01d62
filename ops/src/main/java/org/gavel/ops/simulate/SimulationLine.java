package org.gavel.ops.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.gavel.gateway.access.AccessTable;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.command.AskStatus;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.ParticipantAct;
import org.gavel.protocol.command.PlaceOrder;
import org.gavel.protocol.command.ReportDisconnect;
import org.gavel.protocol.command.VenueRecord;
import org.gavel.protocol.command.WithdrawBid;
import org.gavel.protocol.command.WithdrawObjection;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.reject.Require;
import org.gavel.protocol.value.Channel;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Role;

/**
 * One line of a simulation: when, who, and the command as on the wire.
 *
 * @param at microseconds since 1970
 * @param session the connection it comes through; 0 where it does not matter
 */
record SimulationLine(
        long at, long by, long approver, long session, Role role, Channel channel, ClientId cid, Command command) {
    private static final long MICROS = 1_000_000;
    private static final Instant LAST = Instant.ofEpochSecond(Require.MAX_NUMBER / MICROS);
    private static final String PERSON = "must be the number of a person";

    /**
     * The connection of an order that is to end with it, where its line names none: the end of the node alone ends it, for
     * no line can name this one.
     */
    private static final long UNNAMED = Require.MAX_NUMBER + 1;

    /** Reads a line; whatever is wrong is an {@link InvalidValue}. */
    static SimulationLine parse(String text, OrderNames orders) {
        ObjectNode fields = JsonCodec.parse(text);
        long at = time(fields.remove("at"));
        long by = number(fields.remove("by"), Integer.MAX_VALUE, "by", PERSON);
        long approver = number(fields.remove("approver"), Integer.MAX_VALUE, "approver", PERSON);
        JsonNode connection = reportsSession(fields) ? null : fields.remove("session");
        JsonNode cid = fields.remove("cid");
        JsonNode role = fields.remove("role");
        JsonNode channel = fields.remove("channel");
        orders.resolve(fields, by);
        ShippedContent.resolve(fields);
        Command command = JsonCodec.command(fields);
        return new SimulationLine(
                at,
                by,
                approver,
                through(
                        number(connection, Require.MAX_NUMBER, "session", "must be the number of a connection"),
                        command),
                role == null ? roleFor(command) : named(role, command),
                channel == null ? channelFor(command) : oneOf(Channel.class, channel, "channel"),
                JsonCodec.clientId(cid),
                command);
    }

    /** What the venue itself writes. */
    static SimulationLine own(Command command, long at) {
        return new SimulationLine(at, 0, 0, 0, Role.SYSTEM, Channel.SYSTEM, ClientId.NONE, command);
    }

    private static long through(long session, Command command) {
        boolean ends = command instanceof PlaceOrder order && order.cancelOnDisconnect();
        return ends && session == 0 ? UNNAMED : session;
    }

    /** Whether the command itself has a field of that name: what it reports has ended. */
    private static boolean reportsSession(ObjectNode fields) {
        return ReportDisconnect.class.getSimpleName().equals(fields.path("op").asText());
    }

    private static long time(JsonNode at) {
        if (at == null) {
            throw new InvalidValue(RejectReason.MISSING_FIELD, "at", "is required");
        }
        if (at.isIntegralNumber() && at.canConvertToLong()) {
            return Require.between(at.longValue(), 0, Require.MAX_NUMBER, "at");
        }
        try {
            return micros(OffsetDateTime.parse(at.asText()).toInstant());
        } catch (DateTimeException e) {
            throw new InvalidValue(
                    RejectReason.BAD_FIELD,
                    "at",
                    "must be microseconds since 1970 or a time like 2026-11-22T15:00:00.000+08:00");
        }
    }

    private static long micros(Instant instant) {
        if (instant.isBefore(Instant.EPOCH) || instant.getEpochSecond() >= LAST.getEpochSecond()) {
            throw new InvalidValue(
                    RejectReason.BAD_FIELD, "at", "must be a time from " + Instant.EPOCH + " to " + LAST);
        }
        return instant.getEpochSecond() * MICROS + instant.getNano() / 1000;
    }

    private static long number(JsonNode value, long most, String field, String problem) {
        if (value == null) {
            return 0;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new InvalidValue(RejectReason.BAD_FIELD, field, problem);
        }
        return Require.between(value.longValue(), 0, most, field);
    }

    private static <E extends Enum<E>> E oneOf(Class<E> type, JsonNode value, String field) {
        try {
            return Enum.valueOf(type, value.asText().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new InvalidValue(RejectReason.BAD_FIELD, field, "must be one of " + List.of(type.getEnumConstants()));
        }
    }

    private static boolean isBidders(Command command) {
        return command instanceof ParticipantAct
                || command instanceof WithdrawBid
                || command instanceof WithdrawObjection
                || command instanceof AskStatus;
    }

    /** A role that a line names may send what it sends, as over the wire; the venue's own records are the system's. */
    private static Role named(JsonNode text, Command command) {
        Role role = oneOf(Role.class, text, "role");
        String op = command.getClass().getSimpleName();
        boolean allowed = command instanceof VenueRecord ? role == Role.SYSTEM : AccessTable.allows(role, op);
        if (!allowed) {
            throw new InvalidValue(RejectReason.FORBIDDEN, "role", role + " may not send " + op);
        }
        return role;
    }

    private static Role roleFor(Command command) {
        if (command instanceof VenueRecord) {
            return Role.SYSTEM;
        }
        return isBidders(command) ? Role.BIDDER : Role.OPERATOR;
    }

    private static Channel channelFor(Command command) {
        if (command instanceof VenueRecord) {
            return Channel.SYSTEM;
        }
        return isBidders(command) ? Channel.ONLINE : Channel.CONSOLE;
    }
}
