package org.gavel.loadtest.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import java.util.concurrent.TimeUnit;
import org.gavel.loadtest.link.Link;
import org.gavel.loadtest.link.Push;
import org.gavel.loadtest.link.Reply;
import org.gavel.loadtest.link.RequestRefused;
import org.gavel.loadtest.link.Wire;
import org.gavel.protocol.reject.RejectReason;

/** Keeps one authenticated connection up: opens it, watches it, opens another. Confined to its event loop. */
final class Session implements Link.Listener {
    /** A connection that lasted so long starts the backoff anew. */
    private static final long STABLE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final long WATCH_MILLIS = 1_000;
    private static final long USUAL_HEARTBEAT_MILLIS = 5_000;

    /** So many heartbeats missing mean a dead connection. */
    private static final int MISSED_HEARTBEATS = 3;

    /** Who uses the connection. */
    interface Owner {
        /** A connection serves; {@code welcome} is what the venue said, empty for a spectator. */
        void ready(Link link, ObjectNode welcome);

        void lost();

        void pushed(Push push);

        void notified(String event, ObjectNode frame);

        /** There will be no further connection. */
        void ended(RequestRefused cause);
    }

    /** Where it stands; {@code CLOSED} is final. */
    private enum State {
        /** A connection is being opened and authenticated. */
        OPENING,
        /** A connection serves. */
        READY,
        /** Waiting for the next attempt. */
        RESTING,
        /** No further attempt. */
        CLOSED
    }

    private final Vertx vertx;
    private final ClientOptions options;
    private final Owner owner;
    private final WebSocketClient sockets;
    private final Backoff backoff;
    private State state = State.RESTING;
    private Link link;
    private long sinceNanos = System.nanoTime();
    private long heartbeatMillis = USUAL_HEARTBEAT_MILLIS;
    private long watch;

    Session(Vertx vertx, ClientOptions options, Owner owner) {
        this.vertx = vertx;
        this.options = options;
        this.owner = owner;
        this.sockets = vertx.createWebSocketClient(Link.options());
        Patience patience = options.patience();
        this.backoff = new Backoff(options.seed(), patience.backoffBaseMillis(), patience.backoffCapMillis());
    }

    void start() {
        sinceNanos = System.nanoTime();
        watch = vertx.setPeriodic(WATCH_MILLIS, fired -> watch());
        attempt();
    }

    void close() {
        end(new RequestRefused("close", RejectReason.UNKNOWN_OUTCOME, "The client was closed."));
    }

    private void attempt() {
        if (state == State.RESTING) {
            state = State.OPENING;
            Link.open(vertx, sockets, options.endpoint(), options.patience().connectMillis(), this);
        }
    }

    @Override
    public void opened(Link open) {
        if (state != State.OPENING) {
            open.close();
            return;
        }
        link = open;
        if (options.token().isEmpty()) {
            serve(Wire.object());
            return;
        }
        ObjectNode fields = Wire.object().put("token", options.token().get());
        open.request("Authenticate", fields, options.patience().requestMillis(), this::authenticated);
    }

    private void authenticated(Reply reply) {
        if (reply.granted()) {
            serve(reply.body());
        } else if (reply.answered() && reply.reason().retry() == RejectReason.Retry.NO) {
            end(new RequestRefused("Authenticate", reply.reason(), reply.sentence()));
        } else if (link != null) {
            link.close();
        }
    }

    private void serve(ObjectNode welcome) {
        state = State.READY;
        sinceNanos = System.nanoTime();
        heartbeatMillis = Math.max(1, welcome.path("heartbeatMillis").asLong(USUAL_HEARTBEAT_MILLIS));
        owner.ready(link, welcome);
    }

    @Override
    public void pushed(Push push) {
        owner.pushed(push);
    }

    @Override
    public void notified(String event, ObjectNode frame) {
        owner.notified(event, frame);
    }

    @Override
    public void closed(Link gone) {
        if (state == State.CLOSED) {
            return;
        }
        link = null;
        if (state == State.READY) {
            long servedNanos = System.nanoTime() - sinceNanos;
            if (servedNanos > STABLE_NANOS) {
                backoff.reset();
            }
            sinceNanos = System.nanoTime();
            owner.lost();
        }
        rest();
    }

    private void rest() {
        long unconnectedMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - sinceNanos);
        if (unconnectedMillis > options.patience().giveUpMillis()) {
            String where = "No connection to " + options.endpoint() + " for " + unconnectedMillis
                    + " ms; check that the node runs and listens there.";
            end(new RequestRefused("connect", RejectReason.UNKNOWN_OUTCOME, where));
            return;
        }
        state = State.RESTING;
        vertx.setTimer(backoff.nextMillis(), fired -> attempt());
    }

    private void watch() {
        boolean up = state == State.READY && link != null;
        long silentMillis = up ? TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - link.lastFrameNanos()) : 0;
        if (silentMillis > MISSED_HEARTBEATS * heartbeatMillis) {
            link.close();
        }
    }

    private void end(RequestRefused cause) {
        if (state == State.CLOSED) {
            return;
        }
        state = State.CLOSED;
        vertx.cancelTimer(watch);
        owner.lost();
        if (link != null) {
            link.close();
        }
        sockets.close();
        owner.ended(cause);
    }
}
