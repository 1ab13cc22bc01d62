package org.gavel.exchange.pipeline;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.agrona.DirectBuffer;
import org.gavel.exchange.api.Applied;
import org.gavel.exchange.api.EventFeed;
import org.gavel.exchange.eventlog.EventAssembler;
import org.gavel.exchange.eventlog.EventBytes;
import org.gavel.exchange.eventlog.EventLog;

/**
 * One consumer of the event log, on its own thread at its own pace. While the consumer is unavailable, what follows
 * stays in the log.
 */
final class Follower implements EventFeed.Subscription, Runnable {
    private static final int MOST_AT_ONCE = 4096;
    private static final long LONGEST_WAIT_NANOS = 50_000_000;

    private final Supplier<EventLog.Cursor> log;
    private final Redelivery redelivery;
    private final EventBytes consumer;
    private final Consumer<Throwable> onFault;
    private final Thread thread;
    private volatile boolean running = true;
    private volatile boolean waiting;

    /**
     * Tells the consumer of every command after this sequence that caused events.
     *
     * @param log makes its cursor, on its own thread
     */
    Follower(
            String name,
            Supplier<EventLog.Cursor> log,
            long afterSequence,
            Consumer<Applied> consumer,
            Consumer<Throwable> onFault) {
        this.log = log;
        this.redelivery = new Redelivery(consumer);
        this.consumer = new EventAssembler(afterSequence, redelivery);
        this.onFault = onFault;
        this.thread = new Thread(this, "gavel-follower-" + name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Something new may be there; from any thread, cheap. */
    void wake() {
        if (waiting) {
            LockSupport.unpark(thread);
        }
    }

    @Override
    public void run() {
        try (EventLog.Cursor cursor = log.get()) {
            while (running) {
                if (cursor.poll(this::consume, MOST_AT_ONCE) == 0) {
                    await(cursor);
                }
            }
        } catch (Throwable fault) { // A consumer that fails must stop the node, whatever it threw.
            if (running) {
                onFault.accept(fault);
            }
        }
    }

    /** Looks once more after saying that it waits, so that no wake is missed. */
    private void await(EventLog.Cursor cursor) {
        waiting = true;
        if (running && cursor.poll(this::consume, MOST_AT_ONCE) == 0) {
            LockSupport.parkNanos(LONGEST_WAIT_NANOS);
        }
        waiting = false;
    }

    private void consume(long ordinal, long timestamp, DirectBuffer body, int offset, int length) {
        if (running) {
            consumer.onEvent(ordinal, timestamp, body, offset, length);
        }
    }

    @Override
    public void close() {
        running = false;
        redelivery.end();
        LockSupport.unpark(thread);
        if (Thread.currentThread() != thread) {
            joinUninterruptibly();
        }
    }

    private void joinUninterruptibly() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
