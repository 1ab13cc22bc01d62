package org.gavel.loadtest.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gavel.loadtest.link.RequestRefused;
import org.gavel.loadtest.link.Wire;
import org.gavel.protocol.command.Command;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.ClientId;

/**
 * Open, ask, close: the client for a command line or a test, which may wait. Every refusal is a {@link RequestRefused}
 * whose message says what to do. Thread-safe.
 */
public final class SyncClient implements AutoCloseable {
    /** Longer than any bounded series of retries lasts. */
    private static final long MAX_WAIT_SECONDS = 180;

    private final Vertx vertx;
    private final GavelClient client;
    private final CidSource cids = new CidSource('c');
    private final ObjectNode welcome;

    private SyncClient(ClientOptions options) {
        this.vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        this.client = new GavelClient(vertx, options);
        try {
            this.welcome = await("connect", client.connect());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Connects, as the token's owner or as a spectator. */
    public static SyncClient open(ClientOptions options) {
        return new SyncClient(options);
    }

    /** What the venue said at logon; empty for a spectator. */
    public ObjectNode welcome() {
        return welcome;
    }

    /** The client underneath, for following channels. */
    public GavelClient client() {
        return client;
    }

    public ObjectNode ask(String op) {
        return ask(op, Wire.object());
    }

    public ObjectNode ask(String op, ObjectNode fields) {
        return await(op, client.request(op, fields));
    }

    public Outcome submit(Command command) {
        return submit(command, cids.next());
    }

    public Outcome submit(Command command, ClientId cid) {
        return await(command.getClass().getSimpleName(), client.submit(command, cid));
    }

    /** The outcome of a command that has to be accepted. */
    public Outcome require(Command command) {
        Outcome outcome = submit(command);
        if (!outcome.accepted()) {
            RejectReason reason = outcome.reason();
            throw new RequestRefused(command.getClass().getSimpleName(), reason, reason.sentence(outcome.detail()));
        }
        return outcome;
    }

    private static <T> T await(String operation, CompletableFuture<T> future) {
        try {
            return future.get(MAX_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RequestRefused refused) {
                throw refused;
            }
            throw new IllegalStateException(operation + " failed", e.getCause());
        } catch (TimeoutException e) {
            throw new RequestRefused(operation, RejectReason.UNKNOWN_OUTCOME, "No answer came; ask again.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RequestRefused(operation, RejectReason.UNKNOWN_OUTCOME, "Interrupted while waiting.");
        }
    }

    /** Closes the connection and its threads. */
    @Override
    public void close() {
        client.close();
        vertx.close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(MAX_WAIT_SECONDS, TimeUnit.SECONDS)
                .join();
    }
}
