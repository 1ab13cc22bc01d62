package org.gavel.loadtest.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gavel.loadtest.link.Link;
import org.gavel.loadtest.link.Push;
import org.gavel.loadtest.link.RequestRefused;
import org.gavel.loadtest.link.ServerClock;
import org.gavel.loadtest.link.Wire;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.ClientId;

/**
 * A client of one venue that outlives its connections: it reconnects, resumes every channel at the event it had last,
 * and finds out what became of each command. Methods may be called from any thread; every future and consumer is
 * called on the client's event loop and must not block. On that loop a method takes effect before it returns.
 */
public final class GavelClient implements AutoCloseable {
    private final Context context;
    private final ClientOptions options;
    private final Tally tally = new Tally();
    private final ServerClock clock = new ServerClock();
    private final ClockSync clockSync;
    private final Subscriptions subscriptions;
    private final Commands commands;
    private final Session session;
    private final CompletableFuture<ObjectNode> welcome = new CompletableFuture<>();
    private final CompletableFuture<RequestRefused> ended = new CompletableFuture<>();
    private Optional<Link> link = Optional.empty();
    private boolean started;

    /** Lives on the event loop it is made on, or, made elsewhere, on one of its own. */
    public GavelClient(Vertx vertx, ClientOptions options) {
        this.context = vertx.getOrCreateContext();
        this.options = options;
        this.clockSync = new ClockSync(vertx, clock, options.patience().requestMillis());
        this.subscriptions = new Subscriptions(vertx, options, tally);
        this.commands = new Commands(vertx, options, tally);
        this.session = new Session(vertx, options, new Connected());
    }

    /** Connects and keeps connected; completes with the venue's welcome, an empty one for a spectator. */
    public CompletableFuture<ObjectNode> connect() {
        run(() -> {
            if (!started) {
                started = true;
                session.start();
            }
        });
        return welcome;
    }

    /** Completes, with the cause, when the client is closed or has given up. */
    public CompletableFuture<RequestRefused> ended() {
        return ended;
    }

    /** New events, each once and in the order of its channel; set before subscribing. */
    public void onEvent(Consumer<Push> consumer) {
        run(() -> subscriptions.onEvent(consumer));
    }

    /** How things stand, wherever events could not be had; set before subscribing. */
    public void onSnapshot(Consumer<Subscribed> consumer) {
        run(() -> subscriptions.onSnapshot(consumer));
    }

    /** Follows a channel from its present state. */
    public CompletableFuture<Subscribed> subscribe(String channel) {
        return call(() -> subscriptions.follow(channel, new ChannelFollower(channel)));
    }

    /** Follows a channel from the event numbered {@code from}, of the venue that gave this epoch. */
    public CompletableFuture<Subscribed> subscribe(String channel, JsonNode epoch, long from) {
        return call(() -> subscriptions.follow(channel, new ChannelFollower(channel, epoch, from)));
    }

    public void unsubscribe(String channel) {
        run(() -> subscriptions.forget(channel));
    }

    /**
     * Sends a command, now or when there is a connection, and finds out how it ended, however often the connection is
     * lost meanwhile. Beyond {@value Commands#MAX_PENDING} commands at a time it answers {@code BUSY}, not applied.
     */
    public CompletableFuture<Outcome> submit(Command command, ClientId cid) {
        return call(() -> commands.submit(command, cid));
    }

    /** A session operation; fails with {@link RequestRefused} where it is refused or no answer comes. */
    public CompletableFuture<ObjectNode> request(String op, ObjectNode fields) {
        return call(() -> {
            CompletableFuture<ObjectNode> answer = new CompletableFuture<>();
            if (link.isEmpty()) {
                answer.completeExceptionally(new RequestRefused(
                        op, RejectReason.UNKNOWN_OUTCOME, "There is no connection now; it was not sent."));
                return answer;
            }
            link.get().request(op, fields, options.patience().requestMillis(), reply -> {
                if (reply.granted()) {
                    answer.complete(reply.body());
                } else {
                    answer.completeExceptionally(new RequestRefused(op, reply.reason(), reply.sentence()));
                }
            });
            return answer;
        });
    }

    /** The venue's clock; to be read on the client's event loop only. */
    public ServerClock clock() {
        return clock;
    }

    public long count(Incident incident) {
        return tally.of(incident);
    }

    /** Ends the connection; a command still on its way stays unresolved. */
    @Override
    public void close() {
        run(session::close);
    }

    private void run(Runnable task) {
        if (Vertx.currentContext() == context) {
            task.run();
        } else {
            context.runOnContext(none -> task.run());
        }
    }

    private <T> CompletableFuture<T> call(Supplier<CompletableFuture<T>> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        run(() -> relay(task.get(), result));
        return result;
    }

    private static <T> void relay(CompletableFuture<T> from, CompletableFuture<T> to) {
        CompletableFuture<T> unused = from.whenComplete((value, failure) -> {
            if (failure == null) {
                to.complete(value);
            } else {
                to.completeExceptionally(failure);
            }
        });
    }

    private final class Connected implements Session.Owner {
        @Override
        public void ready(Link open, ObjectNode greeting) {
            link = Optional.of(open);
            if (!welcome.complete(greeting)) {
                tally.count(Incident.RECONNECT);
            }
            clockSync.ready(open, greeting.path("now").asLong());
            subscriptions.ready(open);
            commands.ready(open);
        }

        @Override
        public void lost() {
            link = Optional.empty();
            clockSync.lost();
            subscriptions.lost();
            commands.lost();
        }

        @Override
        public void pushed(Push push) {
            subscriptions.pushed(push);
        }

        @Override
        public void notified(String event, ObjectNode frame) {
            if (event.equals("Heartbeat")) {
                clock.sample(System.nanoTime(), frame.path("now").asLong(), ServerClock.ONE_WAY_NANOS);
                subscriptions.heartbeat(Wire.object(frame, "channels"));
            }
        }

        @Override
        public void ended(RequestRefused cause) {
            commands.end();
            subscriptions.end(cause);
            welcome.completeExceptionally(cause);
            ended.complete(cause);
        }
    }
}
