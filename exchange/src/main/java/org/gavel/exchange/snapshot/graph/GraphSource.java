package org.gavel.exchange.snapshot.graph;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Takes from blocks what {@link GraphSink} put there. For one thread. */
final class GraphSource {
    private final Blocks.Source blocks;
    private ByteBuffer buffer = ByteBuffer.allocate(0);

    GraphSource(Blocks.Source blocks) {
        this.blocks = blocks;
    }

    int get() throws IOException {
        return filled().get() & 0xFF;
    }

    int getInt() throws IOException {
        return filled().getInt();
    }

    long getLong() throws IOException {
        return filled().getLong();
    }

    int getCount() throws IOException {
        int count = 0;
        int next = 0x80;
        for (int shift = 0; (next & 0x80) != 0; shift += 7) {
            next = get();
            count |= (next & 0x7F) << shift;
        }
        if (count < 0) {
            throw new GraphRefusal("a count is negative");
        }
        return count;
    }

    String getText() throws IOException {
        return new String(getBytes(getCount()), StandardCharsets.UTF_8);
    }

    byte[] getBytes(int count) throws IOException {
        byte[] bytes = new byte[count];
        for (int done = 0; done < count; ) {
            int length = Math.min(count - done, filled().remaining());
            buffer.get(bytes, done, length);
            done += length;
        }
        return bytes;
    }

    long[] getLongs(int count) throws IOException {
        long[] longs = new long[count];
        for (int done = 0; done < count; ) {
            int length = Math.min(count - done, filled().remaining() / Long.BYTES);
            buffer.asLongBuffer().get(longs, done, length);
            buffer.position(buffer.position() + length * Long.BYTES);
            done += length;
        }
        return longs;
    }

    int[] getInts(int count) throws IOException {
        int[] ints = new int[count];
        for (int done = 0; done < count; ) {
            int length = Math.min(count - done, filled().remaining() / Integer.BYTES);
            buffer.asIntBuffer().get(ints, done, length);
            buffer.position(buffer.position() + length * Integer.BYTES);
            done += length;
        }
        return ints;
    }

    private ByteBuffer filled() throws IOException {
        if (!buffer.hasRemaining()) {
            buffer = blocks.next().order(ByteOrder.LITTLE_ENDIAN);
        }
        return buffer;
    }
}
