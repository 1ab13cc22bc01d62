package org.gavel.exchange.eventlog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.agrona.concurrent.UnsafeBuffer;
import org.gavel.exchange.journal.envelope.LogSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The event log on disk: what one command causes may be more than it has room for, and is all there. */
class ChronicleEventLogTest {
    private static final int EVENT_BYTES = 64 * 1024;
    private static final int EVENTS = 200;

    @TempDir
    private Path root;

    @Test
    void holdsWhatNoBatchHasRoomFor() {
        List<Long> read = new ArrayList<>();
        try (ChronicleEventLog log = ChronicleEventLog.open(root, 0, LogSettings.daily())) {
            for (int event = 1; event <= EVENTS; event++) {
                log.onEvent(event, event, new UnsafeBuffer(new byte[EVENT_BYTES]), 0, EVENT_BYTES);
            }
            log.publish();
            try (EventLog.Cursor cursor = log.cursor()) {
                cursor.poll((ordinal, time, body, offset, length) -> read.add(ordinal), EVENTS + 1);
            }
        }
        assertEquals(LongStream.rangeClosed(1, EVENTS).boxed().toList(), read);
    }
}
