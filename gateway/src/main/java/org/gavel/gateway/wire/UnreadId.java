package org.gavel.gateway.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.gavel.protocol.reject.InvalidValue;

/** What the refusal of a message that is not read is called: all that is looked for in it is its id. */
public final class UnreadId {
    private static final String ID = "id";

    /** Remembers no field names: they are strangers'. */
    private static final JsonFactory LOOKING = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private UnreadId() {}

    /** The id, found without looking at what stands behind it; null in JSON where there is none that comes back. */
    public static JsonNode of(String text) {
        try (JsonParser parser = LOOKING.createParser(text)) {
            boolean isObject = parser.nextToken() == JsonToken.START_OBJECT;
            while (isObject && parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean isId = parser.currentName().equals(ID);
                JsonToken value = parser.nextToken();
                if (isId) {
                    return id(parser, value);
                }
                parser.skipChildren();
            }
        } catch (IOException | InvalidValue unreadable) {
            return NullNode.getInstance();
        }
        return NullNode.getInstance();
    }

    private static JsonNode id(JsonParser parser, JsonToken value) throws IOException {
        ObjectNode message = Replies.object();
        if (value == JsonToken.VALUE_STRING) {
            message.put(ID, parser.getText());
        } else if (value == JsonToken.VALUE_NUMBER_INT) {
            message.put(ID, parser.getLongValue());
        }
        return Request.id(message);
    }
}
