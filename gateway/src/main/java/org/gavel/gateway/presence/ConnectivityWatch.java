package org.gavel.gateway.presence;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.gavel.exchange.api.Applied;
import org.gavel.exchange.api.CommandPort;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.event.DepositHeld;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.HammerFallen;
import org.gavel.protocol.event.LotAnnounced;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotEvent;
import org.gavel.protocol.event.LotOpened;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.LotPaused;
import org.gavel.protocol.event.LotReopened;
import org.gavel.protocol.event.LotResumed;
import org.gavel.protocol.event.LotSuspended;
import org.gavel.protocol.event.LotTerminated;
import org.gavel.protocol.event.LotVoided;
import org.gavel.protocol.event.LotWithdrawn;
import org.gavel.protocol.event.PauseCause;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.ConnectivityRule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the lots whose rule pauses them for missing bidders and reports, about once a second and only when the
 * figures have changed, how many are missing. It reports facts; the market decides. Thread-safe.
 */
public final class ConnectivityWatch implements Consumer<Applied>, AutoCloseable {
    /** The name under which it follows the feed. */
    public static final String FOLLOWER = "connectivity";

    private static final long PERIOD_MILLIS = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(ConnectivityWatch.class);

    private final Map<Integer, WatchedLot> lots = new TreeMap<>();
    private final CommandPort commands;
    private final Presence presence;
    private final LongSupplier nanos;
    private final long heartbeatNanos;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, FOLLOWER + "-timer");
        thread.setDaemon(true);
        return thread;
    });

    private volatile Future<?> checks = CompletableFuture.completedFuture(null);

    /** @param nanos the clock of {@link Presence} */
    public ConnectivityWatch(CommandPort commands, Presence presence, LongSupplier nanos, long heartbeatNanos) {
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

    @Override
    public synchronized void accept(Applied applied) {
        applied.events().forEach(this::on);
    }

    private void on(Event event) {
        if (event instanceof LotAnnounced announced) {
            ConnectivityRule rule = announced.outage().connectivity();
            if (rule.percent() > 0) {
                lots.put(announced.lot(), new WatchedLot(announced.lot(), rule, heartbeatNanos));
            }
        } else if (event instanceof DepositHeld held && lots.containsKey(held.lot())) {
            lots.get(held.lot()).admit(held.participant());
        } else if (event instanceof LotEvent about && lots.containsKey(about.lot())) {
            on(lots.get(about.lot()), about);
        }
    }

    /** Whoever owns an event of the lot takes part in it, also where no deposit was asked for. */
    private void on(WatchedLot lot, LotEvent event) {
        if (event.owner() != 0) {
            lot.admit(event.owner());
        }
        if (event instanceof LotOpened || event instanceof LotResumed || event instanceof LotReopened) {
            lot.run();
        } else if (stands(event)) {
            lot.stand();
        }
        if (isEnd(event)) {
            lots.remove(event.lot());
        }
    }

    private static boolean stands(LotEvent event) {
        return event instanceof LotPaused paused
                ? paused.cause() != PauseCause.CONNECTIVITY
                : event instanceof LotSuspended || event instanceof HammerFallen;
    }

    private static boolean isEnd(LotEvent event) {
        return event instanceof LotAwarded
                || event instanceof LotPassed
                || event instanceof LotWithdrawn
                || event instanceof LotTerminated
                || event instanceof LotVoided;
    }

    /** Reports what is new. */
    synchronized void check() {
        long now = nanos.getAsLong();
        for (WatchedLot lot : lots.values()) {
            if (lot.hasNews(presence, now)) {
                commands.submit(Origin.VENUE, lot.report(), answer -> answered(lot, answer.reason()));
            }
        }
    }

    private synchronized void answered(WatchedLot lot, RejectReason reason) {
        lot.answered(reason.retry() == RejectReason.Retry.NO);
    }

    @Override
    public void close() {
        checks.cancel(false);
        timer.shutdownNow();
    }
}
