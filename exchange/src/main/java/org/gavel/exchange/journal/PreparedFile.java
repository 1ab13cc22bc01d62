package org.gavel.exchange.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The file the journal will roll to, full of zeros and forced with its name before it is used. Chronicle takes a file
 * of zeros for a new one, and so does every reader: its first header says that nothing is written yet. One that a
 * crash left behind is deleted, never overwritten, for its name may by then be another file's.
 */
final class PreparedFile {
    private final Path path;
    private final int bytes;

    /** @param bytes of zeros, a multiple of {@link Zeros#PIECE_BYTES} */
    PreparedFile(Path path, int bytes) {
        this.path = path;
        this.bytes = bytes;
    }

    /** Makes it anew, durable with its name. */
    void create(Force force) throws IOException {
        delete();
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (long from = 0; from < bytes; from += Zeros.PIECE_BYTES) {
                Zeros.write(channel, from, force);
            }
        }
        try {
            force.directory(path.getParent());
        } catch (IOException e) {
            throw new ForceFailure(e);
        }
    }

    /** Whether making it would leave room for as much again. */
    boolean hasAmpleRoom() throws IOException {
        return Files.getFileStore(path.getParent()).getUsableSpace() > 2L * bytes;
    }

    /** Gives it its name among the journal's files; the caller forces both directories. */
    Stretch moveTo(Path target) throws IOException {
        Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
        FileChannel channel = FileChannel.open(target, StandardOpenOption.READ, StandardOpenOption.WRITE);
        return Stretch.of(channel, bytes);
    }

    void delete() throws IOException {
        Files.deleteIfExists(path);
    }
}
