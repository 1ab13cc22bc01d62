package org.gavel.ops.system;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** One byte of a journal on disk, altered as a failing disk or a forger would. */
final class FlippedByte {
    /** Behind a record's sequence and timestamp come four bytes of checksum, then its body. */
    private static final int INTO_BODY = 2 * Long.BYTES + Integer.BYTES + 8;

    private final Path file;
    private final long offset;

    private FlippedByte(Path file, long offset) throws IOException {
        this.file = file;
        this.offset = offset;
        flip();
    }

    /** Finds the record in the journal's files and alters a byte of what it says. */
    static FlippedByte inBodyOf(JournalRecord record, Path data) throws IOException {
        ByteBuffer wanted = ByteBuffer.allocate(2 * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        wanted.putLong(record.sequence()).putLong(record.time());
        for (Path file : files(data)) {
            long found = find(file, wanted);
            if (found >= 0) {
                return new FlippedByte(file, found + INTO_BODY);
            }
        }
        throw new AssertionError("not in the journal's files: " + record);
    }

    private static List<Path> files(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("journal"))) {
            return files.filter(file -> file.toString().endsWith(".cq4"))
                    .sorted()
                    .toList();
        }
    }

    private static long find(Path file, ByteBuffer wanted) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
                    .order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i <= bytes.limit() - wanted.capacity(); i++) {
                if (bytes.getLong(i) == wanted.getLong(0)
                        && bytes.getLong(i + Long.BYTES) == wanted.getLong(Long.BYTES)) {
                    return i;
                }
            }
            return -1;
        }
    }

    private void flip() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            channel.read(one, offset);
            one.put(0, (byte) (one.get(0) ^ 1)).rewind();
            channel.write(one, offset);
        }
    }

    /** Makes the journal what it was. */
    void restore() throws IOException {
        flip();
    }
}
