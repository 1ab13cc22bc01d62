package org.gavel.exchange.snapshot.graph;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;

/**
 * Objects as they are at one moment, written down in memory, to be made once more later and by whichever thread. What never
 * changes (words of the protocol, texts, whatever is {@link org.gavel.exchange.engine.state.Shareable}) is not written: the
 * copies have the very same. It is let go of while it is read.
 */
public final class GraphCopy {
    private final ArrayDeque<ByteBuffer> blocks = new ArrayDeque<>();
    private final ArrayDeque<Object> shared = new ArrayDeque<>();

    private GraphCopy() {}

    /**
     * Takes the graphs of the roots, in order; nothing may change them meanwhile.
     *
     * @throws GraphRefusal as {@link GraphWriter#write}
     */
    public static GraphCopy of(Object... roots) {
        GraphCopy copy = new GraphCopy();
        try {
            GraphWriter.share(block -> copy.blocks.add(kept(block)), copy.shared, roots);
        } catch (IOException e) {
            throw new IllegalStateException("memory is no file", e);
        }
        return copy;
    }

    private static ByteBuffer kept(ByteBuffer block) {
        return ByteBuffer.allocate(block.remaining()).put(block).flip();
    }

    /** Makes the objects again; once. */
    public GraphReader reader() {
        return new GraphReader(blocks::remove, shared);
    }
}
