package org.gavel.exchange.eventlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Test;

/** A recorder hands every event over once and in order, and hashes the same whenever it does. */
class EventRecorderTest {
    private static final int STORM = 2_000;
    private static final int GREAT_STORM = 300_000;
    private static final int COMMANDS = 500;

    private final List<Long> passed = new ArrayList<>();

    private void pass(long ordinal, long timestamp, DirectBuffer body, int offset, int length) {
        passed.add(ordinal);
    }

    private static void cause(EventRecorder recorder, long sequence, int events) {
        recorder.begin(sequence, sequence);
        for (int event = 0; event < events; event++) {
            recorder.topOfBook(7, sequence, event, sequence + 1, event);
        }
    }

    @Test
    void whatOneCommandCausesIsPassedOnBeforeItEnds() {
        EventRecorder recorder = new EventRecorder(this::pass);
        cause(recorder, 1, STORM);
        assertTrue(passed.size() > STORM / 2, passed.size() + " events were passed on");
        recorder.complete();
        assertEquals(LongStream.rangeClosed(1, STORM).boxed().toList(), passed);
    }

    @Test
    void aStretchLetsGoOfTheMemoryOfAStorm() {
        EventRecorder recorder = new EventRecorder(this::pass);
        recorder.gather(() -> {});
        cause(recorder, 1, GREAT_STORM);
        recorder.complete();
        EventStretch stretch = recorder.take(new EventStretch());
        assertEquals(GREAT_STORM, stretch.count());
        stretch.begin(GREAT_STORM);
        assertTrue(stretch.places() < GREAT_STORM / 2, "room for " + stretch.places() + " events");
        assertTrue(stretch.array().length < 5 << 20, stretch.array().length + " bytes");
    }

    @Test
    void gatheredEventsHaveTheDigestOfThoseThatArePassedOnAtOnce() {
        EventRecorder atOnce = new EventRecorder(this::pass);
        EventRecorder gathering = new EventRecorder((ordinal, time, body, offset, length) -> {});
        List<Long> gathered = new ArrayList<>();
        List<EventStretch> taken = new ArrayList<>();
        for (int command = 1; command <= COMMANDS; command++) {
            if (command == COMMANDS / 10) {
                gathering.gather(() -> taken.forEach(gathering::hash));
            }
            for (EventRecorder recorder : List.of(atOnce, gathering)) {
                cause(recorder, command, command % 50);
                recorder.complete();
            }
            if (command > COMMANDS / 10 && command % 7 == 0) {
                taken.add(gathering.take(new EventStretch()));
            }
            if (command % 60 == 0) {
                assertEquals(atOnce.digest(), gathering.digest(), "after command " + command);
            }
        }
        taken.add(gathering.take(new EventStretch()));
        taken.forEach(stretch -> stretch.read((ordinal, time, body, offset, length) -> gathered.add(ordinal)));
        assertEquals(passed.subList(passed.size() - gathered.size(), passed.size()), gathered);
        assertEquals(passed.size(), gathering.ordinal());
        assertEquals(COMMANDS, taken.get(taken.size() - 1).through());
    }
}
