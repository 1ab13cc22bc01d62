package org.gavel.exchange.engine.timer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.gavel.exchange.kit.Effort;
import org.junit.jupiter.api.Test;

/** The heap of deadlines beside a list that is sorted anew each time. */
final class TimerQueuePropertyTest {
    private static final long SEED = Long.getLong("gavel.seed", System.nanoTime());
    private static final List<Deadline.Kind> KINDS = List.of(Deadline.Kind.values());
    private static final Comparator<Deadline> ORDER = Comparator.comparingLong(Deadline::due)
            .thenComparingInt(Deadline::lot)
            .thenComparing(Deadline::kind);

    private final TimerQueue queue = new TimerQueue();
    private final List<Deadline> pending = new ArrayList<>();
    private final List<Deadline> all = new ArrayList<>();

    private void schedule(Deadline deadline, Deadline.Kind kind, long due) {
        queue.schedule(deadline, kind, due);
        pending.remove(deadline);
        pending.add(deadline);
    }

    private void expectSame(String where) {
        long next = pending.isEmpty()
                ? TimerQueue.NEVER
                : Collections.min(pending, ORDER).due();
        assertEquals(next, queue.nextDue(), where);
        long closings = pending.stream()
                .filter(deadline -> deadline.kind() == Deadline.Kind.CLOSE)
                .count();
        assertEquals(closings, queue.closings(), where);
    }

    /** More deadlines than the queue first has room for; few due times, so that equal ones abound. */
    @Test
    void comesOutInTheOrderOfDueTimeLotAndKind() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int lot = 1; lot <= 300; lot++) {
            all.add(new Deadline(lot));
        }
        for (int i = 0; i < Effort.times(60_000); i++) {
            String where = "step " + i + " of -Dgavel.seed=" + SEED;
            step(random, i / 10_000 % 2 == 0 ? 60 : 30, where);
            expectSame(where);
        }
        drain("the end of -Dgavel.seed=" + SEED);
    }

    private void step(SplittableRandom random, int percentScheduled, String where) {
        Deadline deadline = all.get(random.nextInt(all.size()));
        int kind = random.nextInt(100);
        if (kind < percentScheduled) {
            schedule(deadline, KINDS.get(random.nextInt(KINDS.size())), random.nextInt(50));
        } else if (kind < 80) {
            queue.cancel(deadline);
            pending.remove(deadline);
        } else if (!pending.isEmpty()) {
            poll(where);
        }
        assertEquals(pending.contains(deadline), deadline.isPending(), where);
    }

    private void poll(String where) {
        Deadline expected = Collections.min(pending, ORDER);
        assertSame(expected, queue.poll(), where);
        assertFalse(expected.isPending(), where);
        pending.remove(expected);
    }

    private void drain(String where) {
        while (!pending.isEmpty()) {
            poll(where);
        }
        assertEquals(TimerQueue.NEVER, queue.nextDue(), where);
    }

    @Test
    void nothingPendingIsNeverDue() {
        assertEquals(TimerQueue.NEVER, queue.nextDue());
        Deadline deadline = new Deadline(1);
        queue.cancel(deadline);
        queue.schedule(deadline, Deadline.Kind.OPEN, 5);
        queue.cancel(deadline);
        assertEquals(TimerQueue.NEVER, queue.nextDue());
    }

    @Test
    void aDeadlineScheduledAgainMovesAndIsDueOnce() {
        Deadline deadline = new Deadline(1);
        queue.schedule(deadline, Deadline.Kind.CLOSE, 5);
        queue.schedule(deadline, Deadline.Kind.CLOSE, 9);
        assertEquals(9, queue.nextDue());
        assertSame(deadline, queue.poll());
        assertEquals(TimerQueue.NEVER, queue.nextDue());
    }
}
