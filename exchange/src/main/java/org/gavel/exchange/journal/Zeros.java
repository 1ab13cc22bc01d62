package org.gavel.exchange.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;

/** Writes zeros where a file may still be a hole, in pieces small enough that no other force waits for long. */
final class Zeros {
    /** One piece: written, then forced. */
    static final int PIECE_BYTES = 1024 * 1024;

    private static final ByteBuffer PIECE =
            ByteBuffer.allocateDirect(PIECE_BYTES).asReadOnlyBuffer();

    private Zeros() {}

    /** Writes and forces one piece. */
    static void write(FileChannel target, long from, Force force) throws IOException {
        ByteBuffer zeros = PIECE.duplicate();
        while (zeros.hasRemaining()) {
            target.write(zeros, from + zeros.position());
        }
        try {
            force.file(target);
        } catch (ClosedChannelException e) {
            throw e;
        } catch (IOException e) {
            throw new ForceFailure(e);
        }
    }
}
