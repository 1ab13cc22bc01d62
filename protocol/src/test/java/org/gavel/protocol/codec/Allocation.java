package org.gavel.protocol.codec;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** How much heap a reader takes for the bytes it is given; measured on the calling thread alone. */
public final class Allocation {
    /** A tree of one-character fields, copied once, takes about a hundred bytes a byte. */
    private static final long BYTES_PER_BYTE = 300;

    /** Room for a refusal's stack traces and sentences, and for buffers. */
    private static final long BYTES_AT_LEAST = 500_000;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocation() {}

    /**
     * Runs the reader and fails where it took more than its input can justify; runs it twice where loading classes
     * may have been the reason.
     */
    public static void isBounded(int inputBytes, Runnable reader) {
        long most = BYTES_AT_LEAST + BYTES_PER_BYTE * inputBytes;
        if (measured(reader) <= most) {
            return;
        }
        long taken = measured(reader);
        assertTrue(taken <= most, () -> inputBytes + " bytes of input took " + taken + " bytes of heap");
    }

    private static long measured(Runnable reader) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        reader.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
