package org.gavel.loadtest.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One event of a channel.
 *
 * @param epoch names the venue; compare it, do not read it
 * @param sq the event's place in its channel, from 1 without gap
 * @param seq the sequence of the command that caused it
 * @param at microseconds since 1970
 * @param event the event's name
 * @param fields the whole frame
 */
public record Push(String channel, JsonNode epoch, long sq, long seq, long at, String event, ObjectNode fields) {
    public static Push of(ObjectNode frame) {
        return new Push(
                frame.path("ch").asText(),
                frame.path("ep"),
                frame.path("sq").asLong(),
                frame.path("seq").asLong(),
                frame.path("at").asLong(),
                frame.path("event").asText(),
                frame);
    }
}
