package org.gavel.ops.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gavel.protocol.command.NodeStarted;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.LotPaused;
import org.gavel.protocol.event.LotResumed;
import org.gavel.protocol.event.PauseCause;

/** Follows a journal and asserts that an outage closes nothing: what was open goes on with the time it had. */
final class Outages {
    private final Set<Integer> waiting = new HashSet<>();
    private long lastTime;
    private int outages;
    private int interrupted;

    /** @param open the lots that took bids before this record */
    void judge(JournalRecord record, Map<Integer, Long> open) {
        if (record.command() instanceof NodeStarted && record.sequence() > 2) {
            outages++;
            judgeStart(record, open);
        }
        record.events().forEach(event -> {
            if (event instanceof LotResumed resumed) {
                waiting.remove(resumed.lot());
            }
        });
        lastTime = record.time();
    }

    private void judgeStart(JournalRecord record, Map<Integer, Long> open) {
        List<LotPaused> paused = of(record, LotPaused.class);
        assertEquals(
                open.keySet(), Set.copyOf(paused.stream().map(LotPaused::lot).toList()), record.toString());
        for (LotPaused one : paused) {
            assertEquals(PauseCause.OUTAGE, one.cause());
            assertTrue(one.remaining() > 0, one.toString());
            assertEquals(open.get(one.lot()) - lastTime, one.remaining(), one.toString());
            waiting.add(one.lot());
            interrupted++;
        }
        assertTrue(of(record, LotAwarded.class).isEmpty(), record.toString());
        assertTrue(of(record, LotPassed.class).isEmpty(), record.toString());
    }

    private static <E> List<E> of(JournalRecord record, Class<E> kind) {
        return record.events().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Starts after the venue's first. */
    int outages() {
        return outages;
    }

    /** How often a lot was open when the node ended. */
    int interrupted() {
        return interrupted;
    }

    /** Lots that an outage interrupted and that have not gone on. */
    Set<Integer> waiting() {
        return Set.copyOf(waiting);
    }
}
