package org.gavel.exchange.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.gavel.exchange.journal.envelope.LogSettings;

/**
 * A real journal whose forces by the appender a test counts, holds up or lets fail. Forces of the filler's zeros pass
 * untouched.
 */
public final class FaultyDisk implements Force {
    private final AtomicInteger journalForces = new AtomicInteger();
    private final AtomicInteger watermarkForces = new AtomicInteger();
    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
    private final AtomicInteger afterFailure = new AtomicInteger();
    private final Semaphore gate = new Semaphore(Integer.MAX_VALUE);

    /** Opens a journal over this disk after its end. */
    public Journal open(Path dataDirectory, JournalPosition end, LogSettings settings) {
        return ChronicleJournal.open(dataDirectory, end, Durability.DISK, settings, this);
    }

    /** Forces of the journal's file so far. */
    public int journalForces() {
        return journalForces.get();
    }

    /** Forces of the watermark so far. */
    public int watermarkForces() {
        return watermarkForces.get();
    }

    /** Forces that were asked for after the first that failed. */
    public int forcesAfterFailure() {
        return afterFailure.get();
    }

    /** From now on each force waits until it is let through. */
    public void hold() {
        gate.drainPermits();
    }

    /** Lets so many forces through. */
    public void letThrough(int forces) {
        gate.release(forces);
    }

    /** All forces pass again. */
    public void release() {
        gate.release(Integer.MAX_VALUE - gate.availablePermits());
    }

    /** Lets so many more forces succeed and every one after them fail. */
    public void failAfter(int forces) {
        left.set(forces);
    }

    @Override
    public void file(FileChannel channel) throws IOException {
        if (isAppender()) {
            boolean isWatermark = channel.size() <= Watermark.FILE_BYTES;
            (isWatermark ? watermarkForces : journalForces).incrementAndGet();
            pass();
        }
        Force.DISK.file(channel);
    }

    private static boolean isAppender() {
        return !Thread.currentThread().getName().equals("gavel-runway");
    }

    private void pass() throws IOException {
        gate.acquireUninterruptibly();
        int before = left.getAndDecrement();
        if (before < 0) {
            afterFailure.incrementAndGet();
        }
        if (before <= 0) {
            throw new IOException("injected: Input/output error");
        }
    }

    @Override
    public void directory(Path directory) throws IOException {
        Force.DISK.directory(directory);
    }
}
