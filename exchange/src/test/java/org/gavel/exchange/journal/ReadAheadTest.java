package org.gavel.exchange.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.agrona.concurrent.UnsafeBuffer;
import org.gavel.exchange.journal.envelope.Envelope;
import org.gavel.exchange.journal.envelope.RecordConsumer;
import org.junit.jupiter.api.Test;

/** Verification ahead of who takes the records: the same records in the same order, and nobody waits for the other. */
final class ReadAheadTest {
    private static final JournalReport NOTHING = null;
    private static final int MANY = 100_000;

    private static void hand(RecordConsumer verified, long sequence, int length) {
        verified.onRecord(sequence, sequence * 10, new UnsafeBuffer(new byte[length]), 0, length);
    }

    @Test
    void everyRecordComesInOrderWithItsTimeAndLengthHoweverLargeItIs() throws Exception {
        int[] lengths = {0, 1, 300, Envelope.MAX_RECORD_BYTES, 7, Envelope.MAX_RECORD_BYTES - 1};
        List<List<Long>> taken = new ArrayList<>();
        ReadAhead.read(
                verified -> {
                    for (int i = 0; i < MANY; i++) {
                        hand(verified, i + 1, i < lengths.length ? lengths[i] : i % 50);
                    }
                    return NOTHING;
                },
                (sequence, time, buffer, offset, length) -> taken.add(List.of(sequence, time, (long) length)));
        assertEquals(MANY, taken.size());
        for (int i = 0; i < MANY; i++) {
            long length = i < lengths.length ? lengths[i] : i % 50;
            assertEquals(List.of(i + 1L, (i + 1) * 10L, length), taken.get(i));
        }
    }

    @Test
    void damageIsToldAfterWhatStandsBeforeIt() {
        List<Long> taken = new ArrayList<>();
        IOException damage = new IOException("byte 17");
        IOException told = assertThrows(
                IOException.class,
                () -> ReadAhead.read(
                        verified -> {
                            hand(verified, 1, 5);
                            hand(verified, 2, 5);
                            throw damage;
                        },
                        (sequence, time, buffer, offset, length) -> taken.add(sequence)));
        assertSame(damage, told);
        assertEquals(List.of(1L, 2L), taken);
    }

    @Test
    void whoFailsWhileTakingEndsTheVerification() throws InterruptedException {
        IllegalArgumentException wrong = new IllegalArgumentException("record 3 differs");
        CountDownLatch ended = new CountDownLatch(1);
        IllegalArgumentException told = assertThrows(
                IllegalArgumentException.class,
                () -> ReadAhead.read(
                        verified -> {
                            try {
                                for (long sequence = 1; sequence > 0; sequence++) {
                                    hand(verified, sequence, 1_000);
                                }
                            } finally {
                                ended.countDown();
                            }
                            return NOTHING;
                        },
                        (sequence, time, buffer, offset, length) -> {
                            if (sequence == 3) {
                                throw wrong;
                            }
                        }));
        assertSame(wrong, told);
        ended.await();
    }
}
