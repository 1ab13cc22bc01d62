package org.gavel.exchange.journal;

import org.gavel.exchange.journal.envelope.BatchBuffer;

/**
 * The one order of all commands. Single-threaded: one thread appends and closes. The first failure is final: it, and
 * every append after it, throws {@link JournalFault}.
 */
public interface Journal extends AutoCloseable {
    /**
     * Appends the records of one batch, which must continue {@link #end()} without a gap and not go back in time. When
     * it returns, the batch is durable in this journal's class and may be acknowledged. An empty batch is ignored.
     */
    void append(BatchBuffer batch);

    /** The position after the last appended batch, or the position the journal was opened at. */
    JournalPosition end();

    /** What an appended batch survives. */
    Durability durability();

    /** Releases the files; nothing is written. */
    @Override
    void close();
}
