package org.gavel.exchange.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/** The file of the {@link Watermark}, as the one journal that writes it and as anyone who reads it sees it. */
final class WatermarkFile implements AutoCloseable {
    private static final int READ_ATTEMPTS = 3;

    private final FileChannel channel;
    private final byte[] slots = new byte[Watermark.FILE_BYTES];
    private int newest;

    private WatermarkFile(FileChannel channel) throws IOException {
        this.channel = channel;
        fill(channel, slots);
        this.newest = Watermark.newest(slots);
    }

    /** Opens the file for writing, creating it empty if it does not exist. */
    static WatermarkFile open(Path file) throws IOException {
        return new WatermarkFile(
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    /** Reads the file of a journal that may be running; empty if it does not exist or holds no valid slot. */
    static Optional<JournalPosition> read(Path file) throws IOException {
        Optional<JournalPosition> position = Optional.empty();
        if (Files.notExists(file)) {
            return position;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            byte[] slots = new byte[Watermark.FILE_BYTES];
            for (int attempt = 0; attempt < READ_ATTEMPTS && position.isEmpty(); attempt++) {
                fill(channel, slots);
                position = Watermark.decode(slots);
            }
        }
        return position;
    }

    /** The position in the file. */
    Optional<JournalPosition> position() throws IOException {
        return Watermark.decode(slots);
    }

    /** Overwrites the older slot; durable only after {@link #force}. */
    void write(JournalPosition position) throws IOException {
        int slot = newest == 0 ? 1 : 0;
        Watermark.encode(slots, slot, position);
        int start = slot * Watermark.SLOT_BYTES;
        ByteBuffer bytes = ByteBuffer.wrap(slots, start, Watermark.SLOT_BYTES);
        while (bytes.hasRemaining()) {
            channel.write(bytes, bytes.position());
        }
        newest = slot;
    }

    /** Makes what was written survive a loss of power. */
    void force(Force force) throws IOException {
        force.file(channel);
    }

    private static void fill(FileChannel channel, byte[] slots) throws IOException {
        Arrays.fill(slots, (byte) 0);
        ByteBuffer bytes = ByteBuffer.wrap(slots);
        int read = 0;
        while (read >= 0 && bytes.hasRemaining()) {
            read = channel.read(bytes, bytes.position());
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
