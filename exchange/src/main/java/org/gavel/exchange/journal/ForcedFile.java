package org.gavel.exchange.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The file that the journal appends to: taken from the {@link Runway}, kept forced through every roll to another one.
 * For the appending thread.
 */
final class ForcedFile implements AutoCloseable {
    private final Force force;
    private final Runway runway;
    private final Path journal;
    private Optional<FileChannel> channel = Optional.empty();
    private Optional<FileChannel> ended = Optional.empty();
    private Optional<Path> begun = Optional.empty();

    ForcedFile(Force force, Runway runway, Path journal) {
        this.force = force;
        this.runway = runway;
        this.journal = journal;
    }

    /** Puts a prepared file where the next batch will begin another one. */
    void roll(Path target, int batchBytes) throws IOException {
        ended = channel;
        channel = Optional.of(runway.roll(target, batchBytes).channel());
        begun = Optional.of(target);
    }

    /** Waits until zeros lie where the next batch goes. */
    void makeRoom(int batchBytes) throws IOException {
        runway.awaitZeros(batchBytes);
    }

    /** Whether nothing was forced yet in the file that the last roll began. */
    boolean isBegun() {
        return begun.isPresent();
    }

    /** After a roll: forces the file before, which is marked as ended, and the new name. */
    void forceRoll(Path current) throws IOException {
        if (!begun.equals(Optional.of(current))) {
            throw new IOException("appended to " + current + " instead of " + begun.orElseThrow());
        }
        if (ended.isPresent()) {
            force.file(ended.get());
            ended.get().close();
            ended = Optional.empty();
        }
        force.directory(current.getParent());
        force.directory(journal);
        begun = Optional.empty();
    }

    /** Forces what was appended, which ends here. */
    void force(long position) throws IOException {
        force.file(channel.orElseThrow());
        runway.appended(position);
    }

    @Override
    public void close() throws IOException {
        runway.close();
        for (Optional<FileChannel> open : List.of(ended, channel)) {
            if (open.isPresent()) {
                open.get().close();
            }
        }
    }
}
