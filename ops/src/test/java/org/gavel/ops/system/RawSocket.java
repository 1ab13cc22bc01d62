package org.gavel.ops.system;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.gavel.loadtest.link.Endpoint;
import org.gavel.loadtest.link.Wire;

/** A WebSocket that sends whatever it is told, right or wrong, and shows every frame that comes back. */
final class RawSocket implements AutoCloseable {
    private static final long MOST_SECONDS = 15;

    private final WebSocket socket;
    private final Frames frames = new Frames();

    RawSocket(Endpoint endpoint) {
        this("ws://" + endpoint.host() + ":" + endpoint.port() + Endpoint.PATH);
    }

    RawSocket(String address) {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address), frames)
                .orTimeout(MOST_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /** One that is signed in with this token and open. */
    static RawSocket signedIn(Endpoint endpoint, String token) {
        RawSocket socket = new RawSocket(endpoint);
        socket.ask("{\"op\":\"Authenticate\",\"token\":\"" + token + "\"}");
        socket.ask("{\"op\":\"Ping\"}");
        return socket;
    }

    /** Collects texts; a text may come in parts. */
    private static final class Frames implements WebSocket.Listener {
        private final BlockingQueue<ObjectNode> whole = new LinkedBlockingQueue<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final StringBuilder part = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                whole.add(Wire.read(part.toString()).orElseThrow());
                part.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            closed.completeExceptionally(error);
        }
    }

    void send(String text) {
        socket.sendText(text, true).orTimeout(MOST_SECONDS, TimeUnit.SECONDS).join();
    }

    /** The next frame that has this field. */
    ObjectNode await(String field) {
        try {
            ObjectNode frame;
            do {
                frame = frames.whole.poll(MOST_SECONDS, TimeUnit.SECONDS);
            } while (frame != null && !frame.has(field));
            if (frame == null) {
                throw new AssertionError("no frame with " + field + " came within " + MOST_SECONDS + " s");
            }
            return frame;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Sends a text and answers the next reply. */
    ObjectNode ask(String text) {
        send(text);
        return await("ok");
    }

    /** The code with which the other side closed. */
    int awaitClose() {
        return frames.closed.orTimeout(MOST_SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        socket.abort();
    }
}
