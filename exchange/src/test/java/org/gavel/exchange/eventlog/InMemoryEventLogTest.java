package org.gavel.exchange.eventlog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** The event log of a rehearsal: every cursor reads every published event once, wherever its page ends. */
final class InMemoryEventLogTest {
    private static final int LARGER_THAN_A_PAGE = 3 << 20;

    private final InMemoryEventLog log = new InMemoryEventLog();
    private final List<String> written = new ArrayList<>();

    private void write(int length) {
        long ordinal = written.size() + 1L;
        byte[] body = new byte[length + 5];
        body[5] = (byte) ordinal;
        log.onEvent(ordinal, ordinal * 3, new UnsafeBuffer(body), 5, length);
        written.add(ordinal + " at " + ordinal * 3 + ": " + length + " bytes, " + body[5]);
    }

    private static List<String> read(EventLog.Cursor cursor, int most) {
        List<String> read = new ArrayList<>();
        int polled;
        do {
            polled = cursor.poll(
                    (ordinal, time, body, offset, length) ->
                            read.add(ordinal + " at " + time + ": " + length + " bytes, " + body.getByte(offset)),
                    most);
        } while (polled > 0);
        return read;
    }

    @Test
    void eventsOfAnyLengthAreReadOnceAndInOrder() {
        EventLog.Cursor early = log.cursor();
        List<String> seen = new ArrayList<>();
        for (int length : new int[] {100, LARGER_THAN_A_PAGE, 1, 700_000, 700_000, 20}) {
            write(length);
            log.publish();
            seen.addAll(read(early, 1));
        }
        for (int i = 0; i < 60_000; i++) {
            write(60 + i % 7);
        }
        log.publish();
        seen.addAll(read(early, 1_000));
        assertEquals(written, seen);
        assertEquals(written, read(log.cursor(), 7));
        assertEquals(written.subList(40_000, written.size()), read(log.cursor(40_001), 700));
        assertEquals(List.of(), read(log.cursor(written.size() + 1L), 7));
    }

    @Test
    void whatIsNotPublishedIsNotRead() {
        write(10);
        assertEquals(List.of(), read(log.cursor(), 10));
        log.publish();
        write(LARGER_THAN_A_PAGE);
        assertEquals(written.subList(0, 1), read(log.cursor(), 10));
        log.close();
        assertEquals(written, read(log.cursor(), 10));
    }
}
