package org.gavel.exchange.journal;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps zeros on the disk ahead of the appender, on a thread of its own: some way of the file it writes, and the whole
 * beginning of the file it will roll to. So a full disk is an {@link IOException} before a batch is written, and never
 * a fault inside the mapping that a file is begun through (F4), and a force finds its blocks allocated. The appender
 * waits only where it has caught up with the zeros. One appender, one filler.
 */
final class Runway implements Runnable, AutoCloseable {
    /** How far ahead of the last batch zeros are kept. */
    static final int AHEAD_BYTES = 8 * 1024 * 1024;

    private static final long IDLE_NANOS = 1_000_000_000;
    private static final long WAIT_NANOS = 20_000;

    /** After each piece, unless the appender is near: a force of the journal waits for the zeros under way. */
    private static final long REST_NANOS = 20_000_000;

    private final Force force;
    private final PreparedFile prepared;
    private final Thread thread = new Thread(this, "gavel-runway");
    private volatile Stretch stretch = Stretch.NONE;
    private volatile boolean ready;
    private volatile boolean awaited;
    private volatile boolean running = true;
    private volatile IOException failure;

    private Runway(Force force, PreparedFile prepared) {
        this.force = force;
        this.prepared = prepared;
        thread.setDaemon(true);
    }

    /** Prepares the first file before it returns and all later ones behind the appender's back. */
    static Runway open(Force force, PreparedFile prepared) throws IOException {
        Runway runway = new Runway(force, prepared);
        prepared.create(force, () -> {});
        runway.ready = true;
        runway.thread.start();
        return runway;
    }

    /** Moves the prepared file to where the next file belongs and goes on in it, once it holds so many zeros. */
    Stretch roll(Path target, int batchBytes) throws IOException {
        while (!ready) {
            awaitFiller();
        }
        Stretch next = prepared.moveTo(target);
        ready = false;
        stretch = next;
        LockSupport.unpark(thread);
        awaitZeros(batchBytes);
        return next;
    }

    /** Returns once the present file has zeros for such a batch. */
    void awaitZeros(int batchBytes) throws IOException {
        Stretch present = stretch;
        present.want(batchBytes);
        while (present.isShort()) {
            awaitFiller();
        }
    }

    private void awaitFiller() throws IOException {
        awaited = true;
        requireSound();
        LockSupport.unpark(thread);
        LockSupport.parkNanos(WAIT_NANOS);
    }

    /** Tells how far the present file is written, and whether the filler has failed for good. */
    void appended(long position) throws IOException {
        awaited = false;
        requireSound();
        if (stretch.advance(position)) {
            LockSupport.unpark(thread);
        }
    }

    private void requireSound() throws IOException {
        IOException failed = failure;
        if (failed != null) {
            throw new IOException("zeros could not be written ahead: " + failed.getMessage(), failed);
        }
    }

    @Override
    public void run() {
        while (running && failure == null) {
            if (!work()) {
                LockSupport.parkNanos(IDLE_NANOS);
            }
        }
    }

    // A write that fails is tried again until somebody needs it; a force that fails is final (F6).
    private boolean work() {
        Stretch present = stretch;
        try {
            return fill(present) || prepareNext();
        } catch (ForceFailure e) {
            failure = e;
        } catch (ClosedChannelException e) {
            // The appender has rolled and closed the file that was being filled.
            return stretch != present;
        } catch (IOException e) {
            failure = awaited ? e : failure;
        } catch (RuntimeException | Error e) { // Whoever waits for zeros must not wait for a thread that has ended.
            failure = new IOException(e.toString(), e);
        }
        return false;
    }

    private boolean fill(Stretch present) throws IOException {
        boolean filled = present.fill(force);
        if (filled) {
            rest();
        }
        return filled;
    }

    private boolean prepareNext() throws IOException {
        if (ready || (!awaited && !prepared.hasAmpleRoom())) {
            return false;
        }
        prepared.create(force, this::rest);
        ready = true;
        return true;
    }

    private void rest() {
        if (!awaited && running && !stretch.isLow()) {
            LockSupport.parkNanos(REST_NANOS);
        }
    }

    /** Ends the filler and gives the prepared file's room back. */
    @Override
    public void close() throws IOException {
        running = false;
        LockSupport.unpark(thread);
        joinUninterruptibly();
        prepared.delete();
    }

    private void joinUninterruptibly() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
