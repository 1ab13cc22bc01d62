package org.gavel.exchange.snapshot.graph;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Puts numbers and texts into blocks, little-endian; no number is split between two. For one thread. */
final class GraphSink {
    private final Blocks.Sink blocks;
    private final ByteBuffer buffer = ByteBuffer.allocate(Blocks.BYTES).order(ByteOrder.LITTLE_ENDIAN);

    GraphSink(Blocks.Sink blocks) {
        this.blocks = blocks;
    }

    void put(int value) throws IOException {
        room(1).put((byte) value);
    }

    void putInt(int value) throws IOException {
        room(Integer.BYTES).putInt(value);
    }

    void putLong(long value) throws IOException {
        room(Long.BYTES).putLong(value);
    }

    /** A count or a number of something: seven bits a byte, the lowest first. */
    void putCount(int value) throws IOException {
        int left = value;
        while ((left & ~0x7F) != 0) {
            put((left & 0x7F) | 0x80);
            left >>>= 7;
        }
        put(left);
    }

    void putText(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        putCount(bytes.length);
        putBytes(bytes);
    }

    void putBytes(byte[] bytes) throws IOException {
        for (int done = 0; done < bytes.length; ) {
            int length = Math.min(bytes.length - done, room(1).remaining());
            buffer.put(bytes, done, length);
            done += length;
        }
    }

    void putLongs(long[] longs) throws IOException {
        for (int done = 0; done < longs.length; ) {
            int length = Math.min(longs.length - done, room(Long.BYTES).remaining() / Long.BYTES);
            buffer.asLongBuffer().put(longs, done, length);
            buffer.position(buffer.position() + length * Long.BYTES);
            done += length;
        }
    }

    void putInts(int[] ints) throws IOException {
        for (int done = 0; done < ints.length; ) {
            int length = Math.min(ints.length - done, room(Integer.BYTES).remaining() / Integer.BYTES);
            buffer.asIntBuffer().put(ints, done, length);
            buffer.position(buffer.position() + length * Integer.BYTES);
            done += length;
        }
    }

    private ByteBuffer room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    /** Hands the last block over. */
    void flush() throws IOException {
        if (buffer.position() > 0) {
            blocks.put(buffer.flip());
            buffer.clear();
        }
    }
}
