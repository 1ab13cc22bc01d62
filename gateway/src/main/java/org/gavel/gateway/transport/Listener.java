package org.gavel.gateway.transport;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.gavel.gateway.http.PublicPages;
import org.gavel.gateway.http.Readiness;
import org.gavel.gateway.session.Doors;
import org.gavel.gateway.session.Session;
import org.gavel.gateway.wire.CloseCode;
import org.gavel.gateway.wire.Replies;
import org.gavel.protocol.reject.RejectReason;

/** One event loop's share of the server: its connections, and nobody else's. */
final class Listener extends VerticleBase {
    private static final String ENDPOINT = "/ws/v1";
    private static final int IDLE_SECONDS = 60;
    /** A frame up to here is read to its end, so that the client hears why it was too large. */
    private static final int MOST_FRAME = 2 * Session.LARGE_MESSAGE;

    /** The most connections of one loop that are no WebSocket (yet). */
    private static final int MOST_PLAIN = 2_048;

    /** Connections are numbered from the start's time on: no two of a gateway ever have the same number. */
    private static final AtomicLong NUMBERS = new AtomicLong(System.currentTimeMillis() * 1_000);

    private final TransportSettings settings;
    private final Doors doors;
    private final Admission admission;
    private final Readiness readiness;
    private final PublicPages pages;
    private final Set<Connection> connections = new LinkedHashSet<>();
    private final Set<HttpConnection> plain = new HashSet<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final Promise<Void> emptied = Promise.promise();
    private boolean ending;
    private HttpServer server;
    private Context loop;

    Listener(TransportSettings settings, Doors doors, Admission admission, Readiness readiness, PublicPages pages) {
        this.settings = settings;
        this.doors = doors;
        this.admission = admission;
        this.readiness = readiness;
        this.pages = pages;
    }

    @Override
    public Future<?> start() {
        loop = context;
        doors.feed().onEvents(this::wake);
        server = vertx.createHttpServer(options()).requestHandler(this::request).connectionHandler(this::accepted);
        int port = settings.port() == 0 ? -1 : settings.port();
        return server.listen(port, settings.host());
    }

    private static HttpServerOptions options() {
        return new HttpServerOptions()
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setMaxWebSocketFrameSize(MOST_FRAME)
                .setMaxWebSocketMessageSize(MOST_FRAME)
                .setHttp2ClearTextEnabled(false)
                .setTcpNoDelay(true)
                .setIdleTimeout(IDLE_SECONDS);
    }

    int port() {
        return server.actualPort();
    }

    private void accepted(HttpConnection connection) {
        if (plain.size() >= MOST_PLAIN) {
            connection.close();
            return;
        }
        plain.add(connection);
        connection.closeHandler(ignored -> plain.remove(connection));
    }

    private void request(HttpServerRequest request) {
        if (request.path().equals(ENDPOINT)) {
            upgrade(request);
        } else {
            pages.handle(request);
        }
    }

    private void upgrade(HttpServerRequest request) {
        if (!admission.allowsOrigin(request.getHeader("Origin"))) {
            refuse(request, 403, RejectReason.FORBIDDEN);
            return;
        }
        if (!readiness.serving()) {
            refuse(request, 503, readiness.draining() ? RejectReason.DRAINING : RejectReason.BUSY);
            return;
        }
        String address = request.remoteAddress().hostAddress();
        admission
                .enter(address)
                .ifPresentOrElse(reason -> refuse(request, 503, reason), () -> accept(request, address));
    }

    private void accept(HttpServerRequest request, String address) {
        plain.remove(request.connection());
        request.toWebSocket()
                .onSuccess(socket -> connected(socket, address))
                .onFailure(problem -> admission.leave(address));
    }

    private static void refuse(HttpServerRequest request, int status, RejectReason reason) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .putHeader("Connection", "close")
                .end(Replies.error(reason))
                .onComplete(ignored -> request.connection().close());
    }

    private void connected(ServerWebSocket socket, String address) {
        Connection connection = new Connection(vertx, socket, settings, doors, NUMBERS.incrementAndGet());
        connections.add(connection);
        connection.start(() -> {
            connections.remove(connection);
            admission.leave(address);
            checkEmpty();
        });
    }

    /** Something happened: all connections of this loop are served once, however often this is called before. */
    private void wake() {
        if (readiness.hasOpened() && woken.compareAndSet(false, true)) {
            loop.runOnContext(ignored -> {
                woken.set(false);
                List.copyOf(connections).forEach(Connection::pump);
            });
        }
    }

    /** Ends all connections after a while; done when all have ended. */
    Future<Void> drain(long afterMillis) {
        return end(() -> {
            connections.forEach(connection -> connection.drain(afterMillis));
            vertx.setTimer(Math.max(1, afterMillis), timer -> closeAll(CloseCode.DRAIN));
        });
    }

    /** Ends all connections at once, for a fault of the node's own; done when all have ended. */
    Future<Void> fail() {
        return end(() -> closeAll(CloseCode.FAULT));
    }

    private Future<Void> end(Runnable how) {
        loop.runOnContext(ignored -> {
            ending = true;
            how.run();
            checkEmpty();
        });
        return emptied.future();
    }

    private void closeAll(CloseCode code) {
        List.copyOf(connections).forEach(connection -> connection.close(code));
    }

    private void checkEmpty() {
        if (ending && connections.isEmpty()) {
            emptied.tryComplete();
        }
    }
}
