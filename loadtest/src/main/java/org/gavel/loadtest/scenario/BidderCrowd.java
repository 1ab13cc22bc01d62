package org.gavel.loadtest.scenario;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.gavel.loadtest.client.ClientOptions;
import org.gavel.loadtest.client.GavelClient;
import org.gavel.loadtest.client.Incident;
import org.gavel.loadtest.link.ServerClock;
import org.gavel.loadtest.report.AckLog;
import org.gavel.loadtest.report.Connections;
import org.gavel.loadtest.report.CrowdReport;
import org.gavel.loadtest.report.CrowdTally;

/**
 * Simulated bidders at one roadshow, each on a connection of their own, all on one event loop. The venue may vanish
 * and come back at any moment: the crowd reconnects, finds out what became of its bids and goes on. Thread-safe; its
 * futures complete on the event loop and must not be blocked.
 */
public final class BidderCrowd implements AutoCloseable {
    /** Between one bidder's arrival and the next. */
    private static final long ARRIVAL_MILLIS = 2;

    private static final long CLOSE_SECONDS = 10;

    private final CrowdPlan plan;
    private final Vertx vertx;
    private final Context loop;
    private final AckLog acks;
    private final CrowdTally tally = new CrowdTally();
    private final List<BidderActor> actors = new ArrayList<>();
    private final CompletableFuture<CrowdReport> finished = new CompletableFuture<>();
    private int absent;
    private boolean started;

    public BidderCrowd(CrowdPlan plan) {
        this.plan = plan;
        this.acks = AckLog.to(plan.ackLog());
        this.vertx =
                Vertx.vertx(new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(1));
        this.loop = vertx.getOrCreateContext();
        loop.exceptionHandler(finished::completeExceptionally);
    }

    /** Sends the bidders in; completes when the roadshow has ended and every answer has come. */
    public CompletableFuture<CrowdReport> start() {
        loop.runOnContext(none -> {
            if (!started) {
                started = true;
                arrive();
            }
        });
        return finished;
    }

    private void arrive() {
        Appetite appetite = new Appetite(plan.seed(), plan.participants());
        SplittableRandom seeds = new SplittableRandom(plan.seed());
        for (Seat seat : plan.seats()) {
            actors.add(actor(seat, appetite, seeds.nextLong()));
        }
        for (int i = 0; i < actors.size(); i++) {
            BidderActor actor = actors.get(i);
            vertx.setTimer(1 + i * ARRIVAL_MILLIS, fired -> attend(actor));
        }
    }

    private BidderActor actor(Seat seat, Appetite appetite, long jitterSeed) {
        ClientOptions options =
                new ClientOptions(plan.endpoint(), Optional.of(seat.token()), jitterSeed, plan.patience());
        BidderMind mind = new BidderMind(seat.participant(), plan.roadshow(), appetite, plan.mistakesPerMille());
        GavelClient client = new GavelClient(vertx, options);
        return new BidderActor(vertx, seat.participant(), client, mind, new Ledger(tally, acks));
    }

    private void attend(BidderActor actor) {
        actor.attend().thenRun(this::oneLeft).exceptionally(fault -> {
            finished.completeExceptionally(fault);
            return null;
        });
    }

    private void oneLeft() {
        if (++absent == actors.size()) {
            finished.complete(report());
        }
    }

    /** Everything so far. */
    public CompletableFuture<CrowdReport> soFar() {
        CompletableFuture<CrowdReport> result = new CompletableFuture<>();
        loop.runOnContext(none -> result.complete(report()));
        return result;
    }

    /** Sends the bidders home before the end; completes when every answer has come. */
    public CompletableFuture<CrowdReport> stop() {
        loop.runOnContext(none -> actors.forEach(BidderActor::leave));
        return finished;
    }

    private CrowdReport report() {
        int lost = (int) actors.stream().filter(BidderActor::isLost).count();
        double scale = actors.stream()
                .map(actor -> actor.client().clock())
                .filter(ServerClock::isMeasured)
                .mapToDouble(ServerClock::scale)
                .average()
                .orElse(1);
        Connections connections = new Connections(
                lost,
                sum(Incident.RECONNECT),
                sum(Incident.GAP),
                sum(Incident.DUPLICATE),
                sum(Incident.ASK),
                sum(Incident.RESEND),
                sum(Incident.RETRY));
        return tally.report(plan.seed(), plan.seats().size(), scale, connections);
    }

    private long sum(Incident incident) {
        ToLongFunction<BidderActor> count = actor -> actor.client().count(incident);
        return actors.stream().mapToLong(count).sum();
    }

    /** Closes every connection and the log; what is on its way stays unresolved. */
    @Override
    public void close() {
        loop.runOnContext(none -> actors.forEach(actor -> actor.client().close()));
        vertx.close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(CLOSE_SECONDS, TimeUnit.SECONDS)
                .join();
        acks.close();
    }
}
