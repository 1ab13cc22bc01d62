package org.gavel.protocol.codec.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import org.gavel.protocol.command.AnnounceListing;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.command.BidUnits;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.command.PlaceMaximum;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.Faces;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.ClientId;

/**
 * Messages as JSON. Reading is strict: one object, no key twice, no unknown field, nothing coerced, null as if absent; whatever is
 * wrong becomes an {@link InvalidValue} with a stable code. Thread-safe.
 */
public final class JsonCodec {
    /** The largest JSON text that is read, in characters. */
    public static final int MAX_TEXT = 262_144;

    private static final int MAX_DEPTH = 12;
    private static final int MAX_NUMBER_DIGITS = 64;

    private static final ObjectMapper MAPPER = mapper();
    private static final Names<Command> COMMANDS = Names.of(Command.class);
    private static final Names<Event> EVENTS = Names.of(Event.class);

    private JsonCodec() {}

    private static ObjectMapper mapper() {
        JsonMapper mapper = JsonMapper.builder()
                .addModule(new ValueModule())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                .enable(MapperFeature.DEFAULT_VIEW_INCLUSION)
                .build();
        mapper.coercionConfigDefaults().setAcceptBlankAsEmpty(false);
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNumberLength(MAX_NUMBER_DIGITS)
                        .maxStringLength(MAX_TEXT)
                        .maxDocumentLength(MAX_TEXT)
                        .build());
        return mapper;
    }

    /** One JSON object. */
    public static ObjectNode parse(String text) {
        if (text.length() > MAX_TEXT) {
            throw new InvalidValue(
                    RejectReason.TOO_LARGE, "", "The message is longer than " + MAX_TEXT + " characters");
        }
        try {
            if (MAPPER.readTree(text) instanceof ObjectNode object) {
                return object;
            }
            throw new InvalidValue(RejectReason.BAD_JSON, "", "The message is not a JSON object");
        } catch (JsonProcessingException e) {
            throw JsonProblem.ofText(e);
        } catch (NumberFormatException e) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "", "A number's exponent is too large");
        }
    }

    /** What stands in the field {@code cid}, none where it is absent: text, never a number that could be taken for an order's. */
    public static ClientId clientId(JsonNode cid) {
        if (cid == null || cid.isNull()) {
            return ClientId.NONE;
        }
        if (!cid.isTextual()) {
            throw new InvalidValue(RejectReason.BAD_FIELD, "cid", "must be text in quotes, such as \"a1\"");
        }
        return ClientId.parse(cid.textValue());
    }

    /** The command named by the field {@code op}; every other field must be the command's. */
    public static Command command(ObjectNode fields) {
        ObjectNode content = fields.deepCopy();
        return read(content, COMMANDS.type(content.remove("op"), "op"));
    }

    /** A command as it rests in the journal; what is sealed there is opened, and must fit its commitment. */
    public static Command command(ObjectNode fields, Sealer sealer) {
        if (PlaceMaximum.class.getSimpleName().equals(fields.path("op").textValue())) {
            ObjectNode content = fields.deepCopy();
            SealedMaximum.open(content, sealer);
            return command(content);
        }
        if (BidUnits.class.getSimpleName().equals(fields.path("op").textValue())) {
            ObjectNode content = fields.deepCopy();
            SealedUnits.open(content, sealer);
            return command(content);
        }
        if (AnnounceListing.class.getSimpleName().equals(fields.path("op").textValue())) {
            ObjectNode content = fields.deepCopy();
            if (content.get("lot") instanceof ObjectNode lot) {
                SealedPaddleSalt.open(lot, sealer);
            }
            return command(content);
        }
        if (!AnnounceLot.class.getSimpleName().equals(fields.path("op").textValue())) {
            return command(fields);
        }
        ObjectNode content = fields.deepCopy();
        String commitment = SealedReserve.open(content, sealer);
        SealedPaddleSalt.open(content, sealer);
        Command command = command(content);
        if (command instanceof AnnounceLot announced) {
            SealedReserve.check(announced, commitment);
        }
        return command;
    }

    public static Event event(ObjectNode fields) {
        ObjectNode content = fields.deepCopy();
        return read(content, EVENTS.type(content.remove("event"), "event"));
    }

    /** The command in clear, with its name in {@code op}. */
    public static ObjectNode tree(Command command) {
        ObjectNode tree = MAPPER.valueToTree(command);
        return tree.put("op", command.getClass().getSimpleName());
    }

    /** The command as it may rest in the journal. */
    public static ObjectNode tree(Command command, Sealer sealer) {
        ObjectNode tree = tree(command);
        if (command instanceof AnnounceLot announced) {
            SealedReserve.seal(announced, tree, sealer);
            SealedPaddleSalt.seal(announced, tree, sealer);
        } else if (command instanceof AnnounceListing listing) {
            SealedPaddleSalt.seal(listing.lot(), (ObjectNode) tree.get("lot"), sealer);
        } else if (command instanceof PlaceMaximum) {
            SealedMaximum.seal(tree, sealer);
        } else if (command instanceof BidUnits) {
            SealedUnits.seal(tree, sealer);
        }
        return tree;
    }

    /** The whole event, with its name in {@code event}. */
    public static ObjectNode tree(Event event) {
        return tree(event, Faces.Private.class);
    }

    /** What the given face of the event shows; see {@link Faces}. */
    public static ObjectNode tree(Event event, Class<? extends Faces.Public> face) {
        try {
            ObjectNode tree =
                    (ObjectNode) MAPPER.readTree(MAPPER.writerWithView(face).writeValueAsString(event));
            return tree.put("event", event.getClass().getSimpleName());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event has no JSON face: " + event, e);
        }
    }

    /** Any value of the protocol as a tree. */
    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** Any record of the protocol from its fields, as strictly as a command. */
    public static <T> T read(ObjectNode fields, Class<T> type) {
        try {
            return MAPPER.treeToValue(fields, type);
        } catch (JsonProcessingException e) {
            throw JsonProblem.ofFields(e, fields);
        }
    }
}
