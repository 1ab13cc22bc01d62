package org.gavel.exchange.journal.envelope;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A part of a file held in memory, read with ordinary reads: they see what a mapping in any process of this machine
 * has written, need no unmapping, and a truncated file is an answer instead of a fault. For one thread.
 */
final class FileWindow implements AutoCloseable {
    private static final int READ_BYTES = 256 * 1024;
    private static final int PEEK_BYTES = 4096;
    private static final byte[] ZEROS = new byte[PEEK_BYTES];

    private final FileChannel channel;
    private byte[] bytes = new byte[READ_BYTES];
    private final UnsafeBuffer buffer = new UnsafeBuffer(bytes);
    private long start;
    private int filled;

    private FileWindow(FileChannel channel) {
        this.channel = channel;
    }

    /** Opens a file strictly for reading. */
    static FileWindow open(Path file) throws IOException {
        return new FileWindow(FileChannel.open(file, StandardOpenOption.READ));
    }

    /** Bytes of the file now. */
    long size() throws IOException {
        return channel.size();
    }

    /** Makes a range available and answers whether the file has all of it. */
    boolean has(long position, int length) throws IOException {
        return isHeld(position, length) || load(position, length, READ_BYTES);
    }

    /** Reads a range again, a few bytes ahead at most, because it may have been written since. */
    boolean refresh(long position, int length) throws IOException {
        return load(position, length, PEEK_BYTES);
    }

    /** Where a position that is available lies in {@link #array}. */
    int index(long position) {
        return (int) (position - start);
    }

    /** The first byte at or after such a position that is not zero, or the end of what is held. */
    long skipZeros(long position) {
        int index = index(position);
        while (index < filled) {
            int length = Math.min(ZEROS.length, filled - index);
            int mismatch = Arrays.mismatch(bytes, index, index + length, ZEROS, 0, length);
            if (mismatch >= 0) {
                return start + index + mismatch;
            }
            index += length;
        }
        return start + filled;
    }

    int intAt(long position) {
        return buffer.getInt(index(position), Envelope.ORDER);
    }

    long longAt(long position) {
        return buffer.getLong(index(position), Envelope.ORDER);
    }

    byte[] array() {
        return bytes;
    }

    private boolean isHeld(long position, int length) {
        return position >= start && position + length <= start + filled;
    }

    private boolean load(long position, int length, int wanted) throws IOException {
        int target = Math.max(length, wanted);
        if (target > bytes.length) {
            bytes = new byte[target];
            buffer.wrap(bytes);
        }
        start = position;
        filled = 0;
        ByteBuffer view = ByteBuffer.wrap(bytes, 0, target);
        while (filled < length && channel.read(view, position + filled) > 0) {
            filled = view.position();
        }
        return filled >= length;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
