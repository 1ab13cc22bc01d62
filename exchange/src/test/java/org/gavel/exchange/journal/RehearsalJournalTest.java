package org.gavel.exchange.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.agrona.concurrent.UnsafeBuffer;
import org.gavel.exchange.journal.envelope.BatchBuffer;
import org.junit.jupiter.api.Test;

class RehearsalJournalTest {
    private final RehearsalJournal journal = new RehearsalJournal();

    @Test
    void endsWhereTheLastBatchEnds() {
        journal.append(batch(1, 5));
        journal.append(batch(2, 5));
        journal.append(new BatchBuffer());
        assertEquals(2, journal.end().sequence());
        assertEquals(5, journal.end().timestamp());
    }

    @Test
    void refusesWhatLeavesAGapOrGoesBackInTime() {
        journal.append(batch(1, 5));
        assertThrows(JournalFault.class, () -> journal.append(batch(3, 5)));
        assertThrows(JournalFault.class, () -> journal.append(batch(2, 4)));
        assertEquals(1, journal.end().sequence());
    }

    private static BatchBuffer batch(long sequence, long timestamp) {
        BatchBuffer batch = new BatchBuffer();
        batch.begin();
        batch.add(sequence, timestamp, new UnsafeBuffer(new byte[7]), 0, 7);
        return batch;
    }
}
