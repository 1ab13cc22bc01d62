package org.gavel.exchange.pipeline;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Does work beside the pipeline on a thread of its own, in the order in which the pipeline hands it over: two pieces at
 * most, the one under way and the next. Whoever hands over waits for the end of a piece before touching what it touches,
 * and learns there how it failed; after a failure nothing more is done.
 */
final class SideThread<W> implements Runnable, AutoCloseable {
    /** Looks for the end before the first sleep: it is mostly there, for applying takes longer. */
    private static final int SPINS = 200;

    private static final long LONGEST_WAIT_NANOS = 50_000_000;
    private static final int PLACES = 2;

    private final Consumer<W> work;
    private final Consumer<Throwable> onFault;
    private final Thread thread;
    private final AtomicReferenceArray<W> pieces = new AtomicReferenceArray<>(PLACES);
    private final AtomicLong done = new AtomicLong();
    private long begun;
    private volatile Thread waiting;
    private volatile boolean running = true;
    private volatile Throwable failure;

    /** @param onFault is told at once, on this thread, what {@link #await} throws later */
    SideThread(String name, Consumer<W> work, Consumer<Throwable> onFault) {
        this.work = work;
        this.onFault = onFault;
        this.thread = new Thread(this, name);
        thread.setDaemon(true);
    }

    /** Hands a piece over; waits where two are under way and throws what the work on any threw. */
    void begin(W piece) {
        end(PLACES - 1);
        if (failure != null) {
            rethrow();
        }
        pieces.set((int) (begun++ % PLACES), piece);
        if (thread.isAlive()) {
            LockSupport.unpark(thread);
        } else {
            thread.start();
        }
    }

    /** Returns once all that was begun is done; throws what the work threw. */
    void await() {
        awaitAllBut(0);
    }

    /** Returns once at most so many pieces are not done; throws what the work on the others threw. */
    void awaitAllBut(int count) {
        end(count);
        if (done.get() < begun - count) {
            rethrow();
        }
    }

    /** Returns once nothing is under way, whether it was done or failed. */
    void end() {
        end(0);
    }

    private void end(int count) {
        for (int look = 0; isUnderway(count) && look < SPINS; look++) {
            Thread.onSpinWait();
        }
        if (isUnderway(count)) {
            waiting = Thread.currentThread();
            while (isUnderway(count)) {
                LockSupport.parkNanos(LONGEST_WAIT_NANOS);
            }
            waiting = null;
        }
    }

    private boolean isUnderway(int count) {
        return done.get() < begun - count && failure == null;
    }

    private void rethrow() {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }

    @Override
    public void run() {
        while (failure == null) {
            int place = (int) (done.get() % PLACES);
            W piece = pieces.get(place);
            if (piece != null) {
                pieces.set(place, null);
                attempt(piece);
                LockSupport.unpark(waiting);
            } else if (running) {
                LockSupport.park();
            } else {
                return;
            }
        }
    }

    private void attempt(W piece) {
        try {
            work.accept(piece);
            done.incrementAndGet();
        } catch (RuntimeException | Error fault) { // Whatever it is, the pipeline must know.
            failure = fault;
            onFault.accept(fault);
        }
    }

    /** Ends the thread when what was begun is done. */
    @Override
    public void close() {
        running = false;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
