package org.gavel.loadtest.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.gavel.loadtest.link.Reply;
import org.gavel.loadtest.link.Wire;

/**
 * A channel is followed.
 *
 * @param epoch names the venue; give it back to resume
 * @param sq the channel's newest event at that moment
 * @param recovered true: the missed events follow as pushes; false: {@code snapshot} says how things stand
 */
public record Subscribed(String channel, JsonNode epoch, long sq, boolean recovered, ObjectNode snapshot) {
    static Subscribed of(String channel, Reply reply) {
        ObjectNode body = reply.body();
        return new Subscribed(
                channel,
                body.path("epoch"),
                body.path("sq").asLong(),
                body.path("recovered").asBoolean(),
                Wire.object(body, "snapshot"));
    }
}
