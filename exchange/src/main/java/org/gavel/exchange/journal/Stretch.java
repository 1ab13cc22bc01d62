package org.gavel.exchange.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Optional;

/**
 * How far one file is written by the appender and filled with zeros by the filler. The appender stays below
 * {@code filled}, the filler at or above it, so neither touches what is the other's.
 */
final class Stretch {
    /** Before the first file: nothing is wanted of it. */
    static final Stretch NONE = new Stretch(Optional.empty(), Long.MAX_VALUE);

    /** Chronicle's own documents at the beginning of a file take about half of this. */
    static final int BEGINNING_BYTES = 1024 * 1024;

    /** What stands around a batch: its header, its padding, the mark that may end the file behind it. */
    private static final int AROUND_BATCH_BYTES = 64;

    private final Optional<FileChannel> channel;
    private volatile boolean begun;
    private volatile long written;
    private volatile long wanted;
    private volatile long filled;

    private Stretch(Optional<FileChannel> channel, long filled) {
        this.channel = channel;
        this.filled = filled;
    }

    /** A new file that begins with so many zeros. */
    static Stretch of(FileChannel channel, long zeros) {
        Stretch stretch = new Stretch(Optional.of(channel), zeros);
        // Chronicle's own header and first index come before the first batch.
        stretch.written = BEGINNING_BYTES;
        return stretch;
    }

    FileChannel channel() {
        return channel.orElseThrow();
    }

    /** The appender is about to write a batch. */
    void want(int batchBytes) {
        wanted = written + AROUND_BATCH_BYTES + batchBytes;
    }

    /** Whether the appender must wait. */
    boolean isShort() {
        return filled < wanted;
    }

    /** Whether the appender has used up half of the zeros ahead of it. */
    boolean isLow() {
        return filled < written + Runway.AHEAD_BYTES / 2;
    }

    /** The appender has written up to here; answers whether the filler should look. */
    boolean advance(long position) {
        written = position;
        begun = true;
        return filled < position + Runway.AHEAD_BYTES - Zeros.PIECE_BYTES;
    }

    /**
     * Fills one piece if it is time. Of a file that Chronicle has not begun yet only what the appender waits for: at
     * its beginning Chronicle gives the file a length, and must not cut off what was put behind it.
     */
    boolean fill(Force force) throws IOException {
        if (channel.isEmpty()) {
            return false;
        }
        FileChannel file = channel.get();
        long from = filled;
        boolean isDue = begun && from < written + Runway.AHEAD_BYTES;
        if (isDue || isShort()) {
            Zeros.write(file, from, force);
            filled = from + Zeros.PIECE_BYTES;
            return true;
        }
        return false;
    }
}
