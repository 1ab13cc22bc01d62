package org.gavel.gateway.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.gavel.gateway.feed.Cursor;
import org.gavel.gateway.wire.CloseCode;
import org.gavel.gateway.wire.Replies;
import org.gavel.protocol.reject.InvalidValue;
import org.gavel.protocol.reject.RejectReason;

/** A session's places in the channels it follows. For the session's own thread. */
final class Subscriptions {
    private final Map<String, Cursor> cursors = new LinkedHashMap<>();
    private final int most;

    Subscriptions(int most) {
        this.most = most;
    }

    /** Room for one more, or for this one again. */
    void checkRoom(String channel) {
        if (cursors.size() >= most && !cursors.containsKey(channel)) {
            throw new InvalidValue(
                    RejectReason.TOO_MANY_SUBSCRIPTIONS, "channel", "is one more than the " + most + " allowed");
        }
    }

    void add(Cursor cursor) {
        cursors.put(cursor.channel(), cursor);
    }

    void remove(String channel) {
        cursors.remove(channel);
    }

    void removeAll(Predicate<String> channels) {
        cursors.keySet().removeIf(channels);
    }

    /** Sends what has happened since, as long as the client reads. */
    void pump(Outlet outlet) {
        for (Cursor cursor : cursors.values()) {
            while (cursor.hasNext() && outlet.ready()) {
                String text = cursor.take();
                if (text == null) {
                    outlet.close(CloseCode.SLOW);
                    return;
                }
                outlet.send(text);
            }
        }
    }

    /** The last number sent on each channel. */
    ObjectNode taken() {
        ObjectNode taken = Replies.object();
        cursors.forEach((channel, cursor) -> taken.put(channel, cursor.taken()));
        return taken;
    }
}
