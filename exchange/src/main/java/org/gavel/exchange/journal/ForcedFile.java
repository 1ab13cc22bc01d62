package org.gavel.exchange.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The file that the journal appends to: kept forced through every roll to another one, and filled with zeros ahead of
 * use. Filling makes a full disk an {@link IOException} before a batch is written instead of a fault inside a mapping
 * (F4), and a force cheaper because it finds its blocks allocated. Single-threaded.
 */
final class ForcedFile implements AutoCloseable {
    private static final int FILL_BYTES = 1024 * 1024;

    /** Never filled, because Chronicle may have put an index of about a quarter of this behind the last batch. */
    private static final int KEPT_CLEAR_BYTES = 1024 * 1024;

    private static final ByteBuffer ZEROS =
            ByteBuffer.allocateDirect(FILL_BYTES).asReadOnlyBuffer();

    private final Force force;
    private Optional<Path> file = Optional.empty();
    private Optional<FileChannel> channel = Optional.empty();
    private long written;
    private long filled;

    ForcedFile(Force force) {
        this.force = force;
    }

    /** Forces what was appended last, which ends here; after a roll also the file before and the new name. */
    void force(Path current, long position) throws IOException {
        if (!file.equals(Optional.of(current))) {
            rollTo(current);
        }
        written = position;
        force.file(channel.orElseThrow());
    }

    private void rollTo(Path current) throws IOException {
        if (channel.isPresent()) {
            force.file(channel.get());
        }
        close();
        channel = Optional.of(FileChannel.open(current, StandardOpenOption.READ, StandardOpenOption.WRITE));
        file = Optional.of(current);
        filled = 0;
        force.directory(current.getParent());
    }

    /** Allocates what the next batch will need and a little more. */
    void fillAhead(int batchBytes) throws IOException {
        while (channel.isPresent() && written + KEPT_CLEAR_BYTES + batchBytes > filled) {
            fill(channel.get(), Math.max(filled, written + KEPT_CLEAR_BYTES));
        }
    }

    private void fill(FileChannel target, long from) throws IOException {
        ByteBuffer zeros = ZEROS.duplicate();
        while (zeros.hasRemaining()) {
            target.write(zeros, from + zeros.position());
        }
        filled = from + FILL_BYTES;
        force.file(target);
    }

    @Override
    public void close() throws IOException {
        if (channel.isPresent()) {
            channel.get().close();
        }
    }
}
