package org.gavel.gateway.presence;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gavel.exchange.api.CommandPort;
import org.gavel.protocol.command.Origin;
import org.gavel.protocol.command.ReportDisconnect;
import org.gavel.protocol.reject.RejectReason;

/**
 * Reports that a connection has ended through which orders came that asked to be cancelled then. A report the ring has
 * no room for, or the disk, is made again until it has; what a stopping node does not take, its next start makes up for.
 * Thread-safe.
 */
public final class Disconnects implements AutoCloseable {
    private static final long AGAIN_MILLIS = 20;

    private final CommandPort commands;
    private final Executor later;
    private final Runnable end;

    /** Tries again on a thread of its own. */
    public Disconnects(CommandPort commands) {
        this(commands, timer());
    }

    private Disconnects(CommandPort commands, ScheduledExecutorService timer) {
        this(commands, again -> delay(timer, again), timer::shutdownNow);
    }

    /** @param later tries again when it sees fit */
    public Disconnects(CommandPort commands, Executor later) {
        this(commands, later, () -> {});
    }

    private Disconnects(CommandPort commands, Executor later, Runnable end) {
        this.commands = commands;
        this.later = later;
        this.end = end;
    }

    private static ScheduledExecutorService timer() {
        return Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "gavel-disconnects");
            thread.setDaemon(true);
            return thread;
        });
    }

    private static void delay(ScheduledExecutorService timer, Runnable again) {
        try {
            Future<?> unused = timer.schedule(again, AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            // The node has stopped, and ends these orders when it starts again.
        }
    }

    /**
     * Reports it once, and again while there is no room.
     *
     * @param session the connection's number, as in the record headers of what came through it
     */
    public void report(int participant, long session) {
        ReportDisconnect report = new ReportDisconnect(participant, session);
        commands.submit(Origin.VENUE, report, answer -> {
            if (answer.reason() == RejectReason.BUSY || answer.reason() == RejectReason.DISK_FULL) {
                later.execute(() -> report(participant, session));
            }
        });
    }

    @Override
    public void close() {
        end.run();
    }
}
