package org.gavel.gateway.transport;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.gavel.gateway.http.PublicPages;
import org.gavel.gateway.http.Readiness;
import org.gavel.gateway.session.Doors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server: one listener an event loop, all on one port. Thread-safe once open. */
public final class GatewayServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayServer.class);

    private static final int MOST_LOOPS = 4;
    private static final Duration STARTING = Duration.ofSeconds(30);
    private static final Duration CLOSING = Duration.ofSeconds(6);

    private final Vertx vertx;
    private final List<Listener> listeners;

    private GatewayServer(Vertx vertx, List<Listener> listeners) {
        this.vertx = vertx;
        this.listeners = listeners;
    }

    /** Listens; throws where the address cannot be had. */
    public static GatewayServer open(TransportSettings settings, Doors doors, Readiness readiness, PublicPages pages) {
        int loops = Math.min(MOST_LOOPS, Runtime.getRuntime().availableProcessors());
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setPreferNativeTransport(true)
                .setEventLoopPoolSize(loops)
                .setFileSystemOptions(new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false)));
        Admission admission = new Admission(settings);
        List<Listener> listeners = new ArrayList<>();
        try {
            for (int i = 0; i < loops; i++) {
                Listener listener = new Listener(settings, doors, admission, readiness, pages);
                await(vertx.deployVerticle(listener), STARTING);
                listeners.add(listener);
            }
        } catch (IllegalStateException e) {
            vertx.close();
            String address = settings.host() + ":" + settings.port();
            throw new IllegalStateException("cannot listen on " + address + "; choose another host or port", e);
        }
        admission.listening(listeners.get(0).port());
        LOG.info(
                "listening on {}:{}, native: {}",
                settings.host(),
                listeners.get(0).port(),
                vertx.isNativeTransportEnabled());
        return new GatewayServer(vertx, List.copyOf(listeners));
    }

    public int port() {
        return listeners.get(0).port();
    }

    /** Tells every client that the connection ends after a while and ends it then; returns when all have ended. */
    public void drain(Duration after) {
        awaitEnds(listener -> listener.drain(after.toMillis()), after.plus(CLOSING));
    }

    /** Ends every connection for a fault of the node's own; returns when all have ended, or after this long. */
    public void fail(Duration most) {
        awaitEnds(Listener::fail, most);
    }

    private void awaitEnds(Function<Listener, Future<Void>> how, Duration most) {
        List<Future<Void>> ends = listeners.stream().map(how).toList();
        try {
            await(Future.all(ends), most);
        } catch (IllegalStateException e) {
            LOG.warn("not every connection ended in time; the rest is cut", e);
        }
    }

    @Override
    public void close() {
        try {
            await(vertx.close(), STARTING);
        } catch (IllegalStateException e) {
            LOG.warn("the server did not close in time", e);
        }
    }

    private static void await(Future<?> future, Duration most) {
        try {
            future.toCompletionStage().toCompletableFuture().get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException | TimeoutException | CancellationException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
