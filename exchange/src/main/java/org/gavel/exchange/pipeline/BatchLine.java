package org.gavel.exchange.pipeline;

import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The batches under way, in order: the pipeline fills and applies one and hands it over, the scribe makes it durable,
 * the publisher tells its answers and publishes its events, each on a thread of its own. Places are reused; the
 * pipeline waits only where all are taken. The first fault is final: what is durable by then is told, the rest is
 * refused. For one handing thread.
 */
final class BatchLine implements AutoCloseable {
    static final int PLACES = 4;

    /** Looks before the first sleep. */
    private static final int SPINS = 200;

    private static final long LONGEST_WAIT_NANOS = 50_000_000;

    /** What the stations do to a batch. */
    interface Stations {
        /** Makes its records durable; on the scribe or, in a line without one, on the handing thread. */
        void append(Batch batch);

        /** Hashes its events, which need not be durable for that; on the publisher. */
        void hash(Batch batch);

        /** Tells its answers, hashes what is not hashed and publishes; on the publisher. */
        void publish(Batch batch);
    }

    private final Batch[] places = new Batch[PLACES];
    private final Stations stations;
    private final Consumer<Throwable> onFault;
    private final boolean hasScribe;
    private final Runnable nudge;
    private final Thread scribe;
    private final Thread publisher;
    private final AtomicBoolean hasMet = new AtomicBoolean();

    /** The first that was met, once it is told. */
    private final AtomicReference<Throwable> fault = new AtomicReference<>();

    /** What the handing thread fills. */
    private Batch current;

    /** How many batches each station is done with. */
    private final AtomicLong handed = new AtomicLong();

    private final AtomicLong durable = new AtomicLong();
    private final AtomicLong hashed = new AtomicLong();
    private final AtomicLong published = new AtomicLong();

    /** Whether the publisher, whose own this is, has met no fault; never again once it has. */
    private boolean publishes = true;

    /** After a fault: what is not durable by now never will be. */
    private volatile boolean appendsNoMore;

    private volatile boolean closing;
    private volatile Thread waiting;

    /** Whether the handing thread keeps a batch open that the first station might have. */
    private volatile boolean asked;

    /**
     * @param hasScribe whether there is anything to wait for until a batch is durable
     * @param nudge makes the handing thread look at its batch again; run by a station, also at the first fault
     * @param onFault is told of the first fault, on the thread that met it
     */
    BatchLine(Stations stations, boolean hasScribe, Runnable nudge, Consumer<Throwable> onFault) {
        this(stations, hasScribe, nudge, onFault, Thread::new);
    }

    /** With threads of the caller's own making. */
    BatchLine(
            Stations stations, boolean hasScribe, Runnable nudge, Consumer<Throwable> onFault, ThreadFactory threads) {
        this.stations = stations;
        this.hasScribe = hasScribe;
        this.nudge = nudge;
        this.onFault = onFault;
        for (int place = 0; place < PLACES; place++) {
            places[place] = new Batch();
        }
        current = places[0];
        scribe = station(threads, this::write, "gavel-scribe");
        publisher = station(threads, this::publish, "gavel-publisher");
    }

    private static Thread station(ThreadFactory threads, Runnable work, String name) {
        Thread station = threads.newThread(work);
        station.setName(name);
        station.setDaemon(true);
        return station;
    }

    /** The batch that is being filled and applied. */
    Batch current() {
        return current;
    }

    private Batch at(long number) {
        return places[(int) (number % PLACES)];
    }

    /** Whether nothing is under way and no fault was met, so that the handing thread may do all itself. */
    boolean isIdle() {
        return isDone() && fault.get() == null;
    }

    private boolean isDone() {
        return published.get() == handed.get();
    }

    /** Whether the first station has nothing to do. */
    boolean wantsMore() {
        return (hasScribe ? durable.get() : published.get()) == handed.get();
    }

    /** Asks for a nudge when the first station has nothing to do; false where that is so by now, or a fault was met. */
    boolean asksForNudge() {
        asked = true;
        if (wantsMore() || hasFailed()) {
            asked = false;
        }
        return asked;
    }

    private void nudgeIfAsked() {
        if (asked && wantsMore()) {
            asked = false;
            nudge.run();
        }
    }

    boolean hasFailed() {
        return fault.get() != null;
    }

    /** Hands the current batch over and begins the next, once there is a place for it. */
    void hand() {
        if (handed.get() == 0) {
            start(); // Before anything is: where there is no thread to be had, nobody must wait for one.
        }
        if (hasScribe) {
            handed.incrementAndGet();
            LockSupport.unpark(scribe);
        } else {
            stations.append(current);
            durable.set(handed.incrementAndGet());
        }
        LockSupport.unpark(publisher);
        await(() -> handed.get() - published.get() < PLACES);
        current = at(handed.get());
        current.begin();
    }

    /** Only load needs the stations. */
    private void start() {
        if (hasScribe) {
            scribe.start();
        }
        publisher.start();
    }

    /** Returns once the events of all that was handed over are hashed; throws where a fault prevents it. */
    void awaitHashed() {
        await(() -> hashed.get() == handed.get());
        if (hasFailed()) {
            throw new IllegalStateException("the events before could not be hashed", fault.get());
        }
    }

    /** Returns once everybody of what was handed over is told. */
    void awaitIdle() {
        await(this::isDone);
    }

    private void await(BooleanSupplier isReached) {
        for (int look = 0; look < SPINS && !isReached.getAsBoolean(); look++) {
            Thread.onSpinWait();
        }
        if (!isReached.getAsBoolean()) {
            waiting = Thread.currentThread();
            while (!isReached.getAsBoolean()) {
                LockSupport.parkNanos(LONGEST_WAIT_NANOS);
            }
            waiting = null;
        }
    }

    private void write() {
        while (!hasFailed()) {
            long next = durable.get();
            if (next < handed.get()) {
                if (!attempt(stations::append, at(next))) {
                    break; // Nothing is appended again, whoever met a fault first and tells it still.
                }
                durable.set(next + 1);
                LockSupport.unpark(publisher);
                nudgeIfAsked();
            } else if (closing) {
                return;
            } else {
                LockSupport.park();
            }
        }
        appendsNoMore = true;
        LockSupport.unpark(publisher);
    }

    private void publish() {
        while (!closing || !isDone()) {
            if (publishNext() || hashNext()) {
                LockSupport.unpark(waiting);
            } else {
                LockSupport.park();
            }
        }
    }

    private boolean publishNext() {
        boolean isLast = appendsNoMore; // Asked first: nothing is durable after it that was not before.
        long next = published.get();
        boolean isDurable = next < durable.get();
        if (!isDurable && !(isLast && next < handed.get())) {
            return false;
        }
        Batch batch = at(next);
        publishes = publishes && (!isDurable || attempt(stations::publish, batch));
        settle(batch, isDurable);
        hashed.set(Math.max(hashed.get(), next + 1));
        published.set(next + 1);
        if (!hasScribe) {
            nudgeIfAsked();
        }
        return true;
    }

    private boolean hashNext() {
        long next = hashed.get();
        if (next == handed.get() || hasFailed()) {
            return false;
        }
        publishes &= attempt(stations::hash, at(next));
        hashed.set(next + 1);
        return true;
    }

    /** Everybody who waits is told something, whatever becomes of the others. */
    void settle(Batch batch, boolean isDurable) {
        while (!batch.isTold()) {
            try {
                if (isDurable) {
                    batch.tell();
                } else {
                    batch.refuse();
                }
            } catch (RuntimeException | Error e) {
                meet(e);
            }
        }
    }

    private boolean attempt(Consumer<Batch> work, Batch batch) {
        try {
            work.accept(batch);
            return true;
        } catch (Throwable e) { // Whatever it is, nothing may be acknowledged after it.
            meet(e);
            return false;
        }
    }

    private void meet(Throwable met) {
        if (hasMet.compareAndSet(false, true)) {
            try {
                onFault.accept(met); // Before anybody sees it and tells what follows from it as the first.
            } finally {
                fault.set(met);
                LockSupport.unpark(scribe);
                nudge.run();
            }
        }
    }

    /** Ends the threads when everybody is told; nothing is handed over any more. */
    @Override
    public void close() {
        closing = true;
        for (Thread station : List.of(scribe, publisher)) {
            LockSupport.unpark(station);
            try {
                station.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
