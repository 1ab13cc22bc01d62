package org.gavel.exchange.snapshot.graph;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.gavel.exchange.engine.Market;

/** A market as bytes in memory, for tests. */
public final class MarketImage {
    private MarketImage() {}

    public static byte[] bytes(Object root) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            GraphWriter.write(block -> bytes.write(copy(block)), root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] copy(ByteBuffer block) {
        byte[] copy = new byte[block.remaining()];
        block.get(copy);
        return copy;
    }

    /** A market of this release's mechanisms in that state. */
    public static Market market(byte[] bytes) {
        return into(bytes, new Market());
    }

    /** What the bytes are of, made without any constructor's wiring. */
    public static Object made(byte[] bytes) {
        try {
            return new GraphReader(() -> ByteBuffer.wrap(bytes)).next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another market beside this one, as a second engine begins. */
    public static Market beside(Market first) {
        Market fresh = new Market();
        try {
            GraphCopy.of(first).reader().into(fresh);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return fresh;
    }

    public static <T> T into(byte[] bytes, T fresh) {
        try {
            new GraphReader(() -> ByteBuffer.wrap(bytes)).into(fresh);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return fresh;
    }
}
