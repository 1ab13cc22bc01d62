package org.gavel.exchange.journal.envelope;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Goes on in a file that Chronicle Queue has begun, by {@code write}: of a page that is written through a mapping each
 * force must first tell all other processors that it may no longer be written, which costs several times the force.
 * Whoever reads the file meanwhile sees a document whole or not at all, for the one byte of its header that completes
 * it is written last. For one thread; after a failure nothing more may be appended.
 */
final class SegmentWriter implements AutoCloseable {
    /** What is written at a time; a batch may be longer. */
    static final int BUFFER_BYTES = 128 * 1024;

    /** The header's last byte, which holds its two bits and is 0 in each header of a batch. */
    private static final int LAST_BYTE = DocumentHeader.BYTES - 1;

    private static final byte BEGUN = (byte) (DocumentHeader.NOT_COMPLETE >>> 24);
    private static final byte COMPLETE = 0;
    private static final byte ENDED = (byte) (DocumentHeader.END_OF_DATA >>> 24);
    private static final byte[] NAME_OF_END = "\u00c3EOF".getBytes(StandardCharsets.ISO_8859_1);

    /** Chronicle maps a block and a quarter of the next one at a time. */
    private static final int OVERLAP_SHARE = 4;

    private static final VarHandle WORD = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final Path file;
    private final LogSettings settings;
    private final ByteBuffer buffer;
    private final FileChannel channel;
    private final int lastWord;
    private long last;
    private long documents = 1;
    private long position;
    private long size;

    private SegmentWriter(Path file, LogSettings settings, ByteBuffer buffer, FileChannel channel, FileWindow window)
            throws IOException {
        this.file = file;
        this.settings = settings;
        this.buffer = buffer;
        this.channel = channel;
        this.lastWord = QueueDocument.lastWord(window);
        this.last = window.longAt(lastWord);
        if (!window.has(last, DocumentHeader.BYTES) || window.intAt(last) <= 0) {
            throw new IOException(file + " does not hold the batch that it was begun with");
        }
        this.position = DocumentHeader.following(last, window.intAt(last));
        this.size = channel.size();
    }

    /** Opens a file behind its first batch; what is written goes through the buffer. */
    static SegmentWriter open(Path file, LogSettings settings, ByteBuffer buffer) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try (FileWindow window = FileWindow.open(file)) {
            return new SegmentWriter(file, settings, buffer.order(Envelope.ORDER), channel, window);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** The file that is written. */
    Path file() {
        return file;
    }

    /** Where the next document will begin. */
    long position() {
        return position;
    }

    /** Appends a sealed batch. */
    void append(BatchBuffer batch) throws IOException {
        int length = batch.length();
        grow(DocumentHeader.following(position, length) + DocumentHeader.END_MARK_BYTES);
        write(position + LAST_BYTE, BEGUN);
        write(batch.array(), length);
        write(position + LAST_BYTE, COMPLETE);
        last = position;
        documents++;
        position = DocumentHeader.following(position, length);
    }

    // By whole blocks, as Chronicle does: its readers map that far, and what they map must be there.
    private void grow(long end) throws IOException {
        long block = settings.blockBytes();
        long wanted = (end / block + 1) * block + block / OVERLAP_SHARE;
        if (size < wanted) {
            write(wanted - 1, (byte) 0);
            size = wanted;
        }
    }

    private void write(byte[] batch, int length) throws IOException {
        buffer.clear().putInt(length | DocumentHeader.NOT_COMPLETE);
        long at = position;
        int from = 0;
        while (from < length) {
            int part = Math.min(length - from, buffer.remaining());
            buffer.put(batch, from, part);
            from += part;
            at = write(at);
        }
    }

    private void write(long at, byte one) throws IOException {
        buffer.clear().put(one);
        write(at);
    }

    /** Writes what the buffer holds, empties it and answers where that ends. */
    private long write(long from) throws IOException {
        buffer.flip();
        long at = from;
        while (buffer.hasRemaining()) {
            at += channel.write(buffer, at);
        }
        buffer.clear();
        return at;
    }

    /** Marks the file as ended for good. */
    void end() throws IOException {
        buffer.clear().put(NAME_OF_END);
        write(position + DocumentHeader.BYTES);
        write(position + LAST_BYTE, ENDED);
    }

    /**
     * Tells Chronicle, which looks for the end of a file from there on, where the last document begins and which it is.
     * Through a mapping, for its readers may look at any time and must not find half a number.
     */
    private void pointAtLast() throws IOException {
        if (documents > 1) {
            MappedByteBuffer words = channel.map(FileChannel.MapMode.READ_WRITE, 0, lastWord + 2L * Long.BYTES);
            WORD.setVolatile(words, lastWord, last);
            WORD.setVolatile(words, lastWord + Long.BYTES, settings.rollCycle().toIndex((int) last, documents - 1));
        }
    }

    /** Releases the file, whose last document Chronicle then finds at once. */
    @Override
    public void close() throws IOException {
        try (channel) {
            if (channel.isOpen()) {
                pointAtLast();
            }
        }
    }
}
