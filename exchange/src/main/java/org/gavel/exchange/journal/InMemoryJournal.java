package org.gavel.exchange.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gavel.exchange.journal.envelope.BatchBuffer;
import org.gavel.exchange.journal.envelope.BatchChain;
import org.gavel.exchange.journal.envelope.BatchView;
import org.gavel.exchange.journal.envelope.RecordConsumer;

/** A journal that keeps the same bytes in memory and loses them with the process. For tests and rehearsals only. */
public final class InMemoryJournal implements Journal {
    private final int generation;
    private final BatchChain chain;
    private final List<BatchView> batches = new ArrayList<>();
    private JournalPosition end;

    /** An empty journal. */
    public InMemoryJournal() {
        this(JournalPosition.START);
    }

    /** A journal that goes on after a position and holds only what follows. */
    public InMemoryJournal(JournalPosition end) {
        this.end = end;
        this.generation = end.generation() + 1;
        this.chain = BatchChain.after(end.chainHash());
    }

    @Override
    public void append(BatchBuffer batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            batch.requireToFollow(end.sequence(), end.timestamp());
        } catch (IllegalArgumentException e) {
            throw new JournalFault("the journal in memory refuses a batch", e);
        }
        chain.seal(batch, generation);
        batches.add(BatchView.of(Arrays.copyOf(batch.array(), batch.length())));
        end = new JournalPosition(batch.lastSequence(), batch.lastTimestamp(), generation, chain.hash());
    }

    /** Hands every record appended so far to the consumer in order. */
    public void forEach(RecordConsumer consumer) {
        for (BatchView batch : batches) {
            batch.forEach(consumer);
        }
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
        // What is in memory stays readable.
    }
}
