package org.gavel.exchange.pipeline;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import org.gavel.exchange.engine.timer.TimerQueue;
import org.gavel.exchange.sequencer.SequencerClock;

/**
 * Wakes the engine when something is due and nothing arrives, and once a second while any lot takes bids, so that
 * the journal always knows how far their time had come. Looks at the disk and the clocks beside it. A thread of its own.
 */
final class Ticker implements Runnable, AutoCloseable {
    private static final long BEAT_MICROS = 1_000_000;
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LONGEST_PARK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Pipeline pipeline;
    private final SequencerClock clock;
    private final ClockWatch watch;
    private final LongPredicate tick;
    private final Runnable look;
    private final Consumer<Throwable> onFault;
    private final Thread thread;
    private volatile boolean running = true;
    private long lastTick;
    private long lastComparison;
    private long lastLook = System.nanoTime();

    /**
     * Submits ticks through {@code tick}, each with the due time it is for; a full ring means once more.
     *
     * @param look at the disk, some times a second
     * @param onFault is told of what ends it, on its own thread
     */
    Ticker(Pipeline pipeline, SequencerClock clock, LongPredicate tick, Runnable look, Consumer<Throwable> onFault) {
        this.pipeline = pipeline;
        this.clock = clock;
        this.watch = new ClockWatch(clock, SequencerClock::wallMicros);
        this.tick = tick;
        this.look = look;
        this.onFault = onFault;
        this.thread = new Thread(this, "gavel-ticker");
        thread.setDaemon(true);
    }

    void start() {
        watch.begin();
        thread.start();
    }

    @Override
    public void run() {
        try {
            while (running) {
                step();
                LockSupport.parkNanos(park());
            }
        } catch (Throwable fault) { // Without it nothing would close by time any more, whatever it was.
            if (running) {
                onFault.accept(fault);
            }
        }
    }

    private void step() {
        long now = clock.micros();
        beat(now);
        compareClocks(now);
        look(System.nanoTime());
    }

    /** Submits the tick that is wanted at this time, if one is. */
    void beat(long now) {
        long due = pipeline.nextDue();
        if (due == TimerQueue.NEVER) {
            return;
        }
        boolean isDue = now >= due && lastTick < due;
        boolean isBeat = pipeline.isBidding() && now - lastTick >= BEAT_MICROS;
        if (isDue || isBeat) {
            lastTick = tick.test(Math.min(now, due)) ? now : lastTick;
        }
    }

    private void compareClocks(long now) {
        if (now - lastComparison >= BEAT_MICROS) {
            lastComparison = now;
            watch.compare();
        }
    }

    private void look(long nanos) {
        if (nanos - lastLook >= LOOK_NANOS) {
            lastLook = nanos;
            look.run();
        }
    }

    private long park() {
        long due = pipeline.nextDue();
        long until = due == TimerQueue.NEVER ? LONGEST_PARK_NANOS : clock.nanosUntil(due);
        return Math.max(50_000, Math.min(LONGEST_PARK_NANOS, until));
    }

    @Override
    public void close() {
        running = false;
        LockSupport.unpark(thread);
    }
}
