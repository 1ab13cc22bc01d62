package org.gavel.ops.system;

import io.vertx.core.Vertx;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.gavel.loadtest.client.CidSource;
import org.gavel.loadtest.client.ClientOptions;
import org.gavel.loadtest.client.GavelClient;
import org.gavel.loadtest.client.Incident;
import org.gavel.loadtest.client.Outcome;
import org.gavel.loadtest.client.Patience;
import org.gavel.loadtest.report.Ack;
import org.gavel.protocol.command.PlaceBid;
import org.gavel.protocol.value.ClientId;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Role;

/**
 * Bidders who outbid each other on one lot without a pause for thought, so that a kill always meets bids on their
 * way. Thread-safe.
 */
final class Hammer implements AutoCloseable {
    static final long STEP_FEN = 100;
    private static final long PAUSE_MILLIS = 20;
    private static final long MOST_SECONDS = 30;

    private final Vertx vertx = Vertx.vertx();
    private final Queue<Ack> acks = new ConcurrentLinkedQueue<>();
    private final AtomicLong price = new AtomicLong();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final CidSource cids = new CidSource('h');
    private final List<GavelClient> clients;
    private final int lot;
    private volatile boolean stopped;

    Hammer(TestVenue venue, int lot, int bidders, Patience patience) {
        this.lot = lot;
        clients = IntStream.range(0, bidders)
                .mapToObj(i -> open(venue, EventText.FIRST_BIDDER + i, patience))
                .toList();
    }

    private GavelClient open(TestVenue venue, int bidder, Patience patience) {
        ClientOptions options = ClientOptions.participant(venue.endpoint(), venue.token(bidder, Role.BIDDER), bidder)
                .with(patience);
        GavelClient client = new GavelClient(vertx, options);
        client.connect().thenRun(() -> bid(client, bidder)).join();
        return client;
    }

    private void bid(GavelClient client, int bidder) {
        if (stopped) {
            return;
        }
        long fen = price.addAndGet(STEP_FEN);
        ClientId cid = cids.next();
        inFlight.incrementAndGet();
        CompletableFuture<Void> unused = client.submit(new PlaceBid(lot, bidder, new Money(fen)), cid)
                .thenAccept(outcome -> {
                    acks.add(ack(bidder, cid, fen, outcome));
                    inFlight.decrementAndGet();
                    vertx.setTimer(PAUSE_MILLIS, fired -> bid(client, bidder));
                });
    }

    private Ack ack(int bidder, ClientId cid, long fen, Outcome outcome) {
        return new Ack(
                bidder,
                cid.toString(),
                "PlaceBid",
                lot,
                fen,
                outcome.seq(),
                outcome.at(),
                outcome.reason(),
                outcome.repeated(),
                false);
    }

    /** Bids no more; answers what every bid was told. */
    List<Ack> stop() {
        stopped = true;
        Awaitility.await("every bid is answered")
                .atMost(MOST_SECONDS, TimeUnit.SECONDS)
                .until(() -> inFlight.get() == 0);
        return List.copyOf(acks);
    }

    /** How often this happened to any of the bidders. */
    long count(Incident incident) {
        return clients.stream().mapToLong(client -> client.count(incident)).sum();
    }

    @Override
    public void close() {
        stopped = true;
        clients.forEach(GavelClient::close);
        vertx.close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(MOST_SECONDS, TimeUnit.SECONDS)
                .join();
    }
}
