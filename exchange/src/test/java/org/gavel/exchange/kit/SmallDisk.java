package org.gavel.exchange.kit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A real file system of a few megabytes, mounted for one test; where mounting is not allowed the test is skipped. */
public final class SmallDisk implements AutoCloseable {
    private static final int PIECE = 64 * 1024;

    private final Path directory;

    private SmallDisk(Path directory) {
        this.directory = directory;
    }

    /** Mounts a tmpfs of so many megabytes over an empty directory. */
    public static SmallDisk mount(Path directory, int megabytes) {
        int exit = run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", directory.toString());
        Assumptions.assumeTrue(exit == 0, "mounting a tmpfs is not allowed here");
        return new SmallDisk(directory);
    }

    private static int run(String... command) {
        try {
            return new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    /** Where it is mounted. */
    public Path directory() {
        return directory;
    }

    /** Takes room until so many bytes are left; others may take some meanwhile. */
    public void fillUpTo(long left) throws IOException {
        FileStore store = Files.getFileStore(directory);
        try (OutputStream out = Files.newOutputStream(ballast())) {
            for (long room = room(store, left); room > 0; room = room(store, left)) {
                out.write(new byte[(int) Math.min(PIECE, room)]);
            }
        } catch (IOException e) {
            if (room(store, left) > 0) {
                throw e;
            }
        }
    }

    private static long room(FileStore store, long left) throws IOException {
        return store.getUsableSpace() - left;
    }

    /** Gives the room back. */
    public void makeRoom() throws IOException {
        Files.delete(ballast());
    }

    private Path ballast() {
        return directory.resolve("ballast");
    }

    @Override
    public void close() {
        run("umount", "-l", directory.toString());
    }
}
