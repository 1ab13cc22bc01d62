package org.gavel.exchange.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.NonReadableChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A disk that shows a test, at each force the appender asks for, what a crash at this moment would leave: after a kill
 * all that was written, after a loss of power what was forced and any part of the rest.
 */
final class CrashImages implements Force {
    /** All that these journals write lies in here; the rest of each file is zeros. */
    private static final int HEAD_BYTES = 512 * 1024;

    private static final int SECTOR_BYTES = 512;

    private final Path journal;
    private final Thread appender = Thread.currentThread();
    private final Map<Path, byte[]> durable = new TreeMap<>();
    private final List<Path> durableNames = new ArrayList<>();
    private Runnable atForce = () -> {};

    CrashImages(Path journal) {
        this.journal = journal;
    }

    /** What happens at each force, before it. */
    void atForce(Runnable act) {
        atForce = act;
    }

    /** Writes what a kill would leave now under a new directory. */
    void killed(Path copy) {
        contents().forEach((path, bytes) -> write(copy, path, bytes));
    }

    /** Writes what a loss of power may leave now: each unit that was not forced is there or not, and so are names. */
    void unpowered(Path copy, SplittableRandom random) {
        contents().forEach((path, bytes) -> {
            boolean isNamed = durableNames.contains(path) || random.nextBoolean();
            if (isNamed) {
                write(copy, path, mixed(path, bytes, random));
            }
        });
        durable.keySet().stream()
                .filter(path -> path.endsWith("watermark") && !Files.exists(copy.resolve(journal.relativize(path))))
                .forEach(path -> write(copy, path, durable.get(path)));
    }

    private byte[] mixed(Path path, byte[] written, SplittableRandom random) {
        byte[] mixed = Arrays.copyOf(durable.getOrDefault(path, new byte[0]), written.length);
        int unit = path.endsWith("watermark") ? SECTOR_BYTES : JournalOnDisk.PAGE_BYTES;
        int kept = random.nextInt(4);
        for (int from = 0; from < written.length; from += unit) {
            if (random.nextInt(4) < kept) {
                System.arraycopy(written, from, mixed, from, Math.min(unit, written.length - from));
            }
        }
        return mixed;
    }

    private Map<Path, byte[]> contents() {
        Map<Path, byte[]> contents = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(journal)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                contents.put(path, head(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return contents;
    }

    private static byte[] head(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return head(channel);
        }
    }

    private static byte[] head(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(HEAD_BYTES, channel.size()));
        int read = 0;
        while (read >= 0 && bytes.hasRemaining()) {
            read = channel.read(bytes, bytes.position());
        }
        return bytes.array();
    }

    private void write(Path copy, Path path, byte[] bytes) {
        Path target = copy.resolve(journal.relativize(path));
        try {
            Files.createDirectories(target.getParent());
            Files.write(target, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void file(FileChannel channel) throws IOException {
        if (!Thread.currentThread().equals(appender)) {
            return;
        }
        atForce.run();
        byte[] forced;
        try {
            forced = head(channel);
        } catch (NonReadableChannelException e) {
            return; // The prepared file, of which nothing is ever read.
        }
        contents().forEach((path, bytes) -> {
            if (Arrays.equals(bytes, forced)) {
                durable.put(path, forced);
            }
        });
    }

    @Override
    public void directory(Path directory) throws IOException {
        if (!Thread.currentThread().equals(appender)) {
            return;
        }
        atForce.run();
        durableNames.removeIf(path -> path.getParent().equals(directory));
        try (Stream<Path> paths = Files.list(directory)) {
            paths.filter(Files::isRegularFile).forEach(durableNames::add);
        }
    }
}
