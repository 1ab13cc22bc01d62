package org.gavel.exchange.journal.envelope;

import net.openhft.chronicle.queue.RollCycle;
import net.openhft.chronicle.queue.rollcycles.LargeRollCycles;

/**
 * How a log is laid out in files.
 *
 * @param rollCycle when a new file begins, by the UTC time of the records, not by any wall clock
 * @param blockBytes by which a file grows; sparse, so that unused bytes take no disk
 */
public record LogSettings(RollCycle rollCycle, int blockBytes) {
    /** The smallest block: a quarter of it, which Chronicle keeps mapped beyond the block, must hold any batch. */
    public static final int MIN_BLOCK_BYTES = 8 * Envelope.MAX_BATCH_BYTES;

    private static final int PREPARED_SHARE = 8;

    private static final int DAILY_BLOCK_BYTES = 64 * 1024 * 1024;

    /** Refuses blocks that cannot hold the largest batch. */
    public LogSettings {
        if (blockBytes < MIN_BLOCK_BYTES) {
            throw new IllegalArgumentException("blockBytes " + blockBytes + " is below " + MIN_BLOCK_BYTES);
        }
    }

    /** One file a day, grown by 64 MiB, with an index for 137 billion batches. */
    public static LogSettings daily() {
        return new LogSettings(LargeRollCycles.LARGE_DAILY, DAILY_BLOCK_BYTES);
    }

    /** The zeros that a file of the journal begins with before it is used. */
    public int preparedBytes() {
        return blockBytes / PREPARED_SHARE;
    }
}
