package org.gavel.exchange.transparency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gavel.protocol.proof.TilePath;

/**
 * A log's files under one directory, named as they are served (C2SP tlog-tiles). Tiles can be made again from the
 * journal, so they are not forced; a note is forced before it has its name. Every file appears whole.
 */
final class TileFiles {
    private static final String UNFINISHED = ".unfinished";

    private final Path root;

    TileFiles(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    /** The bytes of a file that is there. */
    Optional<byte[]> read(String path) {
        Path file = root.resolve(path);
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be read", e);
        }
    }

    /** Writes a tile where it is not there, or not the same; answers whether another one was there. */
    boolean putTile(TilePath tile, byte[] bytes) {
        Optional<byte[]> before = read(tile.path());
        if (before.isPresent() && Arrays.equals(before.get(), bytes)) {
            return false;
        }
        write(tile.path(), bytes, false);
        if (tile.isWhole()) {
            removePartsOf(tile);
        }
        return before.isPresent();
    }

    /** The parts of a tile are of no use to anybody once it is whole. */
    private void removePartsOf(TilePath tile) {
        Path parts = root.resolve(tile.path() + ".p");
        if (Files.notExists(parts)) {
            return;
        }
        try (Stream<Path> files = Files.walk(parts)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(parts + " could not be removed", e);
        }
    }

    /** Replaces a note; when it returns the new one survives a loss of power. */
    void putNote(String path, byte[] bytes) {
        write(path, bytes, true);
    }

    private void write(String path, byte[] bytes, boolean forced) {
        Path file = root.resolve(path);
        Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
        try {
            Files.createDirectories(file.getParent());
            write(unfinished, bytes, forced);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            if (forced) {
                forceDirectory(file.getParent());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be written", e);
        }
    }

    private static void write(Path file, byte[] bytes, boolean forced) throws IOException {
        List<StandardOpenOption> options =
                List.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options.toArray(StandardOpenOption[]::new))) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            if (forced) {
                channel.force(true);
            }
        }
    }

    private static void forceDirectory(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
