package org.gavel.exchange.journal;

import org.gavel.exchange.journal.envelope.BatchBuffer;
import org.gavel.exchange.journal.envelope.ChainHash;

/**
 * The journal of a rehearsal: refuses what does not follow and keeps where it ends, nothing else. There is nothing that
 * could be read again, so nothing is sealed; the hash of its end stays zero.
 */
public final class RehearsalJournal implements Journal {
    private static final int GENERATION = 1;

    private JournalPosition end = JournalPosition.START;

    @Override
    public void append(BatchBuffer batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            batch.requireToFollow(end.sequence(), end.timestamp());
        } catch (IllegalArgumentException e) {
            throw new JournalFault("the rehearsal's journal refuses a batch", e);
        }
        end = new JournalPosition(batch.lastSequence(), batch.lastTimestamp(), GENERATION, ChainHash.ZERO);
    }

    @Override
    public JournalPosition end() {
        return end;
    }

    @Override
    public Durability durability() {
        return Durability.MEMORY;
    }

    @Override
    public void close() {
        // There are no files.
    }
}
