package org.gavel.gateway.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.gavel.exchange.api.Applied;
import org.gavel.protocol.codec.json.CanonicalJson;
import org.gavel.protocol.codec.json.JsonCodec;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.Faces;

/** What is sent without being asked, as text. */
public final class Pushes {
    private Pushes() {}

    /**
     * The part of an event's push that is the same on every channel: encoded once, shared by all who get it.
     *
     * @return canonical JSON without its opening brace
     */
    public static String body(Applied applied, Event event, Class<? extends Faces.Public> face) {
        ObjectNode tree = JsonCodec.tree(event, face);
        tree.put("seq", applied.sequence());
        tree.put("at", applied.timestamp());
        return CanonicalJson.write(tree).substring(1);
    }

    /** The push of an event on one channel. */
    public static String event(String channel, String epoch, long sq, String body) {
        return "{\"ch\":\"" + channel + "\",\"ep\":\"" + epoch + "\",\"sq\":" + sq + "," + body;
    }

    /** The venue's time and, for each channel, the last {@code sq} sent: silence hides no gap. */
    public static String heartbeat(long nowMicros, ObjectNode channels) {
        ObjectNode push = Replies.object().put("event", "Heartbeat").put("now", nowMicros);
        push.set("channels", channels);
        return CanonicalJson.write(push);
    }

    /** The node is about to close the connection. */
    public static String drain(long afterMillis) {
        return CanonicalJson.write(Replies.object().put("event", "Drain").put("afterMillis", afterMillis));
    }
}
