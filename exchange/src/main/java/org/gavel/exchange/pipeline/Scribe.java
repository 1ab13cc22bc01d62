package org.gavel.exchange.pipeline;

import java.util.concurrent.locks.LockSupport;
import org.gavel.exchange.journal.Journal;
import org.gavel.exchange.journal.JournalFault;
import org.gavel.exchange.journal.envelope.BatchBuffer;

/**
 * Appends a batch to the journal on a thread of its own while the pipeline applies it. One batch at a time: the
 * pipeline hands it over, may read its records meanwhile, and waits for its end before it appends or tells anything.
 */
final class Scribe implements Runnable, AutoCloseable {
    /** Looks for the end before the first sleep: it is mostly there, for applying takes longer. */
    private static final int SPINS = 200;

    private static final long WAIT_NANOS = 50_000;

    private final Journal journal;
    private final Thread thread = new Thread(this, "gavel-scribe");
    private volatile BatchBuffer underway;
    private volatile boolean running = true;

    /** Of the batch handed over last; read once it is no longer under way. */
    private Throwable failure;

    Scribe(Journal journal) {
        this.journal = journal;
        thread.setDaemon(true);
    }

    /** Begins to append; nobody else may touch the journal until {@link #await} has returned or thrown. */
    void begin(BatchBuffer batch) {
        underway = batch;
        if (thread.isAlive()) {
            LockSupport.unpark(thread);
        } else {
            thread.start();
        }
    }

    /** Returns once what was begun, if anything, is durable; throws what the append threw. */
    void await() {
        for (int look = 0; underway != null; look++) {
            if (look < SPINS) {
                Thread.onSpinWait();
            } else {
                LockSupport.parkNanos(WAIT_NANOS);
            }
        }
        if (failure != null) {
            throw new JournalFault("a batch could not be appended beside its application", failure);
        }
    }

    @Override
    public void run() {
        while (running) {
            BatchBuffer batch = underway;
            if (batch == null) {
                LockSupport.park();
            } else {
                append(batch);
                underway = null;
            }
        }
    }

    private void append(BatchBuffer batch) {
        try {
            journal.append(batch);
        } catch (Throwable fault) { // Whatever it is, the pipeline must know.
            failure = fault;
        }
    }

    /** Ends the thread; only while nothing is under way. */
    @Override
    public void close() {
        running = false;
        LockSupport.unpark(thread);
    }
}
