package org.gavel.exchange.eventlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.gavel.exchange.journal.envelope.LogSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The event log on disk: what one command causes may be more than it has room for, and still not leave too early. */
class ChronicleEventLogTest {
    private static final int EVENT_BYTES = 64 * 1024;
    private static final int EVENTS = 200;

    @TempDir
    private Path root;

    @Test
    void asksBeforeItPublishesForWantOfRoom() {
        List<Integer> readableWhenAsked = new ArrayList<>();
        try (ChronicleEventLog log = ChronicleEventLog.open(root, 0, LogSettings.daily())) {
            log.publishAfter(() -> readableWhenAsked.add(readable(log)));
            for (int event = 1; event <= EVENTS; event++) {
                log.onEvent(event, event, new UnsafeBuffer(new byte[EVENT_BYTES]), 0, EVENT_BYTES);
            }
            assertTrue(readableWhenAsked.size() >= 2, "more than two batches were written");
            assertEquals(0, readableWhenAsked.get(0), "read before permission was given");
            assertTrue(readableWhenAsked.get(1) > 0, "what was permitted is read");
        }
    }

    private static int readable(EventLog log) {
        try (EventLog.Cursor cursor = log.cursor()) {
            return cursor.poll((ordinal, time, body, offset, length) -> {}, EVENTS);
        }
    }
}
