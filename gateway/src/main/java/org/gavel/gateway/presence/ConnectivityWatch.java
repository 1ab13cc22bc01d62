package org.gavel.gateway.presence;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.gavel.exchange.api.CommandPort;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.reject.RejectReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the lots whose rule pauses them for missing bidders and reports, about once a second and only when the
 * figures have changed, how many are missing. It reports facts; the market decides. Thread-safe.
 */
public final class ConnectivityWatch implements AutoCloseable {
    private static final long PERIOD_MILLIS = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(ConnectivityWatch.class);

    private final WatchedLots lots;
    private final CommandPort commands;
    private final Presence presence;
    private final LongSupplier nanos;
    private final long heartbeatNanos;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "gavel-connectivity");
        thread.setDaemon(true);
        return thread;
    });

    private volatile Future<?> checks = CompletableFuture.completedFuture(null);

    /** @param nanos the clock of {@link Presence} */
    public ConnectivityWatch(
            WatchedLots lots, CommandPort commands, Presence presence, LongSupplier nanos, long heartbeatNanos) {
        this.lots = lots;
        this.commands = commands;
        this.presence = presence;
        this.nanos = nanos;
        this.heartbeatNanos = heartbeatNanos;
    }

    /** Reports from now on. */
    public void start() {
        checks = timer.scheduleWithFixedDelay(this::tryCheck, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** A fault of one check is told, and does not end the others. */
    private void tryCheck() {
        try {
            check();
        } catch (RuntimeException fault) {
            LOG.error("Missing bidders were not reported this second.", fault);
        }
    }

    /** Reports what is new. */
    void check() {
        long now = nanos.getAsLong();
        lots.forEach(lot -> {
            if (lot.hasNews(presence, now, heartbeatNanos)) {
                commands.submit(Origin.VENUE, lot.report(), answer -> answered(lot, answer.reason()));
            }
        });
    }

    private void answered(WatchedLot lot, RejectReason reason) {
        lots.answered(lot, reason.retry() == RejectReason.Retry.NO);
    }

    @Override
    public void close() {
        checks.cancel(false);
        timer.shutdownNow();
    }
}
