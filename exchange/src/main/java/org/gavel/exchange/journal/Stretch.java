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

    /** Chronicle may put an index of about a quarter of this behind the last batch. */
    static final int INDEX_BYTES = 1024 * 1024;

    private final Optional<FileChannel> channel;
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
        stretch.written = INDEX_BYTES;
        return stretch;
    }

    FileChannel channel() {
        return channel.orElseThrow();
    }

    /** The appender is about to write a batch. */
    void want(int batchBytes) {
        wanted = written + INDEX_BYTES + batchBytes;
    }

    /** Whether the appender must wait. */
    boolean isShort() {
        return filled < wanted;
    }

    /** The appender has written up to here; answers whether the filler should look. */
    boolean advance(long position) {
        written = position;
        return filled < position + Runway.AHEAD_BYTES - Zeros.PIECE_BYTES;
    }

    /**
     * Fills one piece if it is time. Beyond the present end of the file only what the appender waits for: growing it
     * is Chronicle's, who would otherwise cut off what lies behind the length it has in mind.
     */
    boolean fill(Force force) throws IOException {
        if (channel.isEmpty()) {
            return false;
        }
        FileChannel file = channel.get();
        long from = filled;
        boolean isDue = from < written + Runway.AHEAD_BYTES && from + Zeros.PIECE_BYTES <= file.size();
        if (isDue || isShort()) {
            Zeros.write(file, from, force);
            filled = from + Zeros.PIECE_BYTES;
            return true;
        }
        return false;
    }
}
