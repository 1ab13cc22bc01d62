package org.gavel.loadtest.venue;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gavel.loadtest.link.Endpoint;
import org.gavel.loadtest.link.Wire;
import org.gavel.protocol.reject.RejectReason;

/** A venue that keeps the contract, but for the faults it is told to make. A token is a participant's number. */
public final class ScriptedVenue implements AutoCloseable {
    /** What it says of the fault {@link Fault#RATE_LIMITED}. */
    public static final long RETRY_AFTER_MILLIS = 1_000;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Context loop = vertx.getOrCreateContext();
    private final Market market;
    private final Book book;
    private final Map<String, Deque<Fault>> faults = new HashMap<>();
    private final Set<Guest> guests = new LinkedHashSet<>();
    private final List<ObjectNode> requests = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private final int port = Ports.free();

    private static final class Guest {
        private final ServerWebSocket socket;
        private final Set<String> channels = new LinkedHashSet<>();
        private int participant;

        private Guest(ServerWebSocket socket) {
            this.socket = socket;
        }
    }

    public ScriptedVenue(Market market, double scale) {
        this.market = market;
        this.book = new Book(market, scale);
        up();
    }

    public Endpoint endpoint() {
        return new Endpoint("127.0.0.1", port);
    }

    /** Starts to serve, at the port it had before, as soon as the system gives it back. */
    public void up() {
        await().ignoreExceptionsInstanceOf(CompletionException.class).until(this::listen);
        call(() -> {
            market.up();
            return port;
        });
    }

    private boolean listen() {
        call(() -> {
                    server = vertx.createHttpServer(new HttpServerOptions().setReuseAddress(true));
                    server.webSocketHandler(this::welcome);
                    return server.listen(port, "127.0.0.1").toCompletionStage().toCompletableFuture();
                })
                .join();
        return true;
    }

    /** Vanishes: no farewell, every connection cut. */
    public void down() {
        call(() -> {
            market.down();
            List.copyOf(guests).forEach(this::cut);
            return guests.size();
        });
        server.close().toCompletionStage().toCompletableFuture().join();
    }

    /** The next request of this name meets these faults, one after the other. */
    public void fault(String op, Fault... next) {
        call(() -> faults.computeIfAbsent(op, name -> new ArrayDeque<>()).addAll(List.of(next)));
    }

    /** Every request that came, in order. */
    public List<ObjectNode> requests(String op) {
        return requests.stream()
                .filter(request -> request.path("op").asText().equals(op))
                .toList();
    }

    /** From now on it says that it keeps no answer of records before this one. */
    public void keepsFrom(long first) {
        call(() -> {
            book.keepsFrom(first);
            return first;
        });
    }

    public int applied() {
        return call(book::applied);
    }

    public int connections() {
        return call(guests::size);
    }

    /** An event that every subscriber gets so many times; 0 makes a gap. */
    public void publish(String channel, int times) {
        call(() -> {
            ObjectNode push = book.append(channel, "Noted", Wire.object());
            for (int i = 0; i < times; i++) {
                send(channel, push, 0);
            }
            return times;
        });
    }

    /** To every subscriber of the channel; to be called by a market, on the venue's loop. */
    public void publish(String channel, String event, ObjectNode fields, int onlyTo) {
        String ledger = onlyTo == 0 ? channel : channel + "/" + onlyTo;
        send(channel, book.append(ledger, event, fields).put("ch", channel), onlyTo);
    }

    public void heartbeat() {
        call(() -> {
            guests.forEach(this::beat);
            return guests.size();
        });
    }

    private void beat(Guest guest) {
        ObjectNode positions = Wire.object();
        guest.channels.forEach(channel ->
                positions.put(channel, book.events(key(channel, guest)).size()));
        ObjectNode frame = Wire.object().put("event", "Heartbeat").put("now", book.now());
        frame.set("channels", positions);
        guest.socket.writeTextMessage(frame.toString());
    }

    public long now() {
        return book.now();
    }

    /** Runs the task on the venue's loop after so many server microseconds. */
    public long after(long micros, double scale, Runnable task) {
        return vertx.setTimer(Math.max(1, Math.round(micros / scale / 1_000)), fired -> task.run());
    }

    public void cancel(long timer) {
        vertx.cancelTimer(timer);
    }

    private void send(String channel, ObjectNode push, int onlyTo) {
        for (Guest guest : guests) {
            if (guest.channels.contains(channel) && (onlyTo == 0 || guest.participant == onlyTo)) {
                guest.socket.writeTextMessage(push.toString());
            }
        }
    }

    private void welcome(ServerWebSocket socket) {
        Guest guest = new Guest(socket);
        guests.add(guest);
        socket.closeHandler(none -> guests.remove(guest));
        socket.textMessageHandler(text -> hear(guest, Wire.read(text).orElseThrow()));
    }

    private void cut(Guest guest) {
        guests.remove(guest);
        var unused = ((WebSocketInternal) guest.socket)
                .channelHandlerContext()
                .channel()
                .close();
    }

    private void hear(Guest guest, ObjectNode request) {
        if (!guests.contains(guest)) {
            return;
        }
        requests.add(request);
        Deque<Fault> due = faults.getOrDefault(request.path("op").asText(), new ArrayDeque<>());
        if (due.isEmpty()) {
            reply(guest, request, answer(guest, request));
        } else {
            err(guest, request, due.poll());
        }
    }

    private void err(Guest guest, ObjectNode request, Fault fault) {
        switch (fault) {
            case SWALLOW_REPLY -> answer(guest, request);
            case SWALLOW_REQUEST -> {}
            case DROP_BEFORE -> cut(guest);
            case DROP_AFTER -> {
                answer(guest, request);
                cut(guest);
            }
            case RATE_LIMITED -> {
                ObjectNode refusal = Book.refusal(fault.refusal(), 0);
                ((ObjectNode) refusal.get("e")).put("retryAfterMillis", RETRY_AFTER_MILLIS);
                reply(guest, request, refusal);
            }
            default -> reply(guest, request, Book.refusal(fault.refusal(), 0));
        }
    }

    private void reply(Guest guest, ObjectNode request, ObjectNode frame) {
        frame.set("id", request.get("id"));
        guest.socket.writeTextMessage(frame.toString());
        if (request.path("op").asText().equals("Subscribe")) {
            replay(guest, request);
        }
    }

    private void replay(Guest guest, ObjectNode request) {
        String channel = request.path("channel").asText();
        if (request.has("from")) {
            List<ObjectNode> events = book.events(key(channel, guest));
            List<ObjectNode> missed =
                    new ArrayList<>(events.subList(request.path("from").asInt() - 1, events.size()));
            missed.forEach(push -> guest.socket.writeTextMessage(push.toString()));
        }
    }

    private static String key(String channel, Guest guest) {
        return channel.equals("me") ? "me/" + guest.participant : channel;
    }

    private ObjectNode answer(Guest guest, ObjectNode request) {
        return switch (request.path("op").asText()) {
            case "Authenticate" -> authenticate(guest, request);
            case "Subscribe" -> subscribe(guest, request);
            case "Unsubscribe" ->
                granted(Wire.object().put("channel", request.path("channel").asText()));
            case "TimeSync" ->
                granted(Wire.object()
                        .put("t0", request.path("t0").asLong())
                        .put("t1", book.now())
                        .put("t2", book.now()));
            case "Ping" -> granted(Wire.object().put("now", book.now()));
            default -> book.apply(guest.participant, request);
        };
    }

    private ObjectNode authenticate(Guest guest, ObjectNode request) {
        String token = request.path("token").asText();
        if (!token.matches("[0-9]+")) {
            return Book.refusal(RejectReason.BAD_TOKEN, 0);
        }
        guest.participant = Integer.parseInt(token);
        return granted(Wire.object()
                .put("venue", "scripted")
                .put("role", "BIDDER")
                .put("subject", guest.participant)
                .put("now", book.now())
                .put("heartbeatMillis", 5_000));
    }

    private ObjectNode subscribe(Guest guest, ObjectNode request) {
        String channel = request.path("channel").asText();
        guest.channels.add(channel);
        boolean recovered =
                request.has("from") && request.path("epoch").asText().equals(Book.EPOCH);
        ObjectNode answer = Wire.object()
                .put("channel", channel)
                .put("epoch", Book.EPOCH)
                .put("sq", book.events(key(channel, guest)).size())
                .put("recovered", recovered);
        if (!recovered) {
            answer.set("snapshot", market.snapshot(channel, guest.participant));
        }
        return granted(answer);
    }

    private static ObjectNode granted(ObjectNode result) {
        ObjectNode frame = Wire.object().put("ok", true);
        frame.set("r", result);
        return frame;
    }

    private <T> T call(Callable<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        loop.runOnContext(none -> {
            try {
                result.complete(task.call());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        return result.join();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
