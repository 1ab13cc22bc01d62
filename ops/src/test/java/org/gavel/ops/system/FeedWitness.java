package org.gavel.ops.system;

import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.gavel.loadtest.client.ClientOptions;
import org.gavel.loadtest.client.GavelClient;
import org.gavel.loadtest.link.Endpoint;
import org.gavel.loadtest.link.Push;

/** A spectator who writes down the whole public feed, across every interruption. Thread-safe. */
final class FeedWitness implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final GavelClient client;
    private final List<Push> seen = new ArrayList<>();
    private final AtomicInteger snapshots = new AtomicInteger();

    FeedWitness(Endpoint endpoint) {
        client = new GavelClient(vertx, ClientOptions.spectator(endpoint, 1));
        client.onEvent(this::see);
        client.onSnapshot(snapshot -> snapshots.incrementAndGet());
        client.connect().thenCompose(welcome -> client.subscribe("lots")).join();
    }

    private synchronized void see(Push push) {
        seen.add(push);
    }

    /** Every event seen: its number in the channel, sequence and name. */
    synchronized List<Push> seen() {
        return List.copyOf(seen);
    }

    /** 1 where every interruption was bridged event by event. */
    int snapshots() {
        return snapshots.get();
    }

    @Override
    public void close() {
        client.close();
        vertx.close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }
}
