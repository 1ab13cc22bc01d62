package org.gavel.exchange.snapshot.graph;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Where the blocks of a graph go to or come from, in order. */
public final class Blocks {
    /** The most bytes of a block. */
    public static final int BYTES = 256 * 1024;

    private Blocks() {}

    /** Takes a block; its bytes are reused after the call. */
    @FunctionalInterface
    public interface Sink {
        void put(ByteBuffer block) throws IOException;
    }

    /** Gives the next block; throws where there is none. */
    @FunctionalInterface
    public interface Source {
        ByteBuffer next() throws IOException;
    }
}
