package org.gavel.loadtest.link;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.gavel.loadtest.link.Reply.Fate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection from opening to loss. Confined to the event loop it was opened on, and so are its callbacks. Each
 * request gets exactly one {@link Reply}; the listener hears of the end exactly once, also where opening failed.
 */
public final class Link {
    /** The longest message read; a snapshot of a large venue is the longest there is. */
    public static final int MAX_MESSAGE_BYTES = 8 << 20;

    /** The most requests that wait for an answer at a time. */
    public static final int MAX_WAITING = 1_024;

    private static final Logger LOG = LoggerFactory.getLogger(Link.class);

    /** Who owns the link. */
    public interface Listener {
        void opened(Link link);

        void pushed(Push push);

        /** A frame outside the channels: {@code Heartbeat} or {@code Drain}. */
        void notified(String event, ObjectNode frame);

        void closed(Link link);
    }

    private record Waiting(Consumer<Reply> then, long timer) {}

    private final Vertx vertx;
    private final ClientWebSocket socket;
    private final Listener listener;
    private final Map<Long, Waiting> waiting = new LinkedHashMap<>();
    private long lastId;
    private long lastFrameNanos = System.nanoTime();
    private boolean ended;

    private Link(Vertx vertx, WebSocketClient sockets, Listener listener) {
        this.vertx = vertx;
        this.socket = sockets.webSocket();
        this.listener = listener;
    }

    /** The sockets' options every link needs. */
    public static WebSocketClientOptions options() {
        return new WebSocketClientOptions()
                .setMaxConnections(Integer.MAX_VALUE)
                .setMaxFrameSize(MAX_MESSAGE_BYTES)
                .setMaxMessageSize(MAX_MESSAGE_BYTES);
    }

    /** Starts to connect; the listener hears how it went. */
    public static void open(
            Vertx vertx, WebSocketClient sockets, Endpoint endpoint, long timeoutMillis, Listener listener) {
        Link link = new Link(vertx, sockets, listener);
        link.socket.textMessageHandler(link::received);
        link.socket.closeHandler(none -> link.end());
        link.socket.exceptionHandler(failure -> LOG.debug("connection to {}: {}", endpoint, failure.toString()));
        WebSocketConnectOptions where = new WebSocketConnectOptions()
                .setHost(endpoint.host())
                .setPort(endpoint.port())
                .setURI(Endpoint.PATH);
        where.setTimeout(timeoutMillis);
        link.socket.connect(where).onSuccess(opened -> listener.opened(link)).onFailure(failure -> {
            LOG.debug("cannot connect to {}: {}", endpoint, failure.toString());
            link.end();
        });
    }

    /** Sends a request; {@code then} is called once, at the latest after the time given. */
    public void request(String op, ObjectNode fields, long timeoutMillis, Consumer<Reply> then) {
        if (ended || waiting.size() >= MAX_WAITING) {
            then.accept(Reply.none(Fate.LOST));
            return;
        }
        long id = ++lastId;
        long timer = vertx.setTimer(timeoutMillis, fired -> answer(id, Reply.none(Fate.TIMED_OUT)));
        waiting.put(id, new Waiting(then, timer));
        ObjectNode frame = fields.deepCopy().put("op", op).put("id", id);
        socket.writeTextMessage(frame.toString()).onFailure(failure -> close());
    }

    /** When the last frame came, by {@code nanoTime}. */
    public long lastFrameNanos() {
        return lastFrameNanos;
    }

    /** Drops the connection; whoever waits is told that it was lost. */
    public void close() {
        if (!ended) {
            socket.close();
            end();
        }
    }

    private void received(String text) {
        if (ended) {
            return;
        }
        lastFrameNanos = System.nanoTime();
        Optional<ObjectNode> frame = Wire.read(text);
        if (frame.isEmpty()) {
            LOG.warn("the venue sent what is not a JSON object; the connection is dropped");
            close();
            return;
        }
        dispatch(frame.get());
    }

    private void dispatch(ObjectNode frame) {
        if (frame.has("ok")) {
            answer(frame.path("id").asLong(), Reply.of(frame));
        } else if (frame.has("ch")) {
            listener.pushed(Push.of(frame));
        } else {
            listener.notified(frame.path("event").asText(), frame);
        }
    }

    private void answer(long id, Reply reply) {
        Waiting asked = waiting.remove(id);
        if (asked != null) {
            vertx.cancelTimer(asked.timer());
            asked.then().accept(reply);
        }
    }

    private void end() {
        if (ended) {
            return;
        }
        ended = true;
        for (long id : List.copyOf(waiting.keySet())) {
            answer(id, Reply.none(Fate.LOST));
        }
        listener.closed(this);
    }
}
