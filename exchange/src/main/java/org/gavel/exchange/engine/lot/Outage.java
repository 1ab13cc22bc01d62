package org.gavel.exchange.engine.lot;

import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.timer.Deadline;
import org.gavel.exchange.engine.timer.TimerQueue;
import org.gavel.protocol.event.PauseCause;
import org.gavel.protocol.value.Micros;
import org.gavel.protocol.value.OutageRule;

/**
 * Stops and starts of the node. An outage closes nothing: what was open keeps the time it had when the last record
 * was written, and goes on by its own rule, publicly.
 */
public final class Outage {
    private static final String STOPPED = "The venue's node stops; bidding keeps the time it has left.";
    private static final String FOUND = "The venue's node was out; bidding keeps the time it had left.";
    private static final String RESUMES = "The venue's node is back.";
    private static final String REACHED = "The lot's bidders can reach the venue again.";

    private final Lots lots;
    private final TimerQueue timers;
    private final LotCourse course;

    public Outage(Lots lots, TimerQueue timers, LotCourse course) {
        this.lots = lots;
        this.timers = timers;
        this.course = course;
    }

    /** The node stops cleanly now. */
    public void stop(long now, EventSink out) {
        for (Lot lot : lots.inOrder()) {
            if (lot.state().isRunning()) {
                course.pause(lot, now, PauseCause.STOP, STOPPED, out);
            }
        }
    }

    /** The node is back; the last record before was written at {@code lastTime}. */
    public void start(long lastTime, long now, EventSink out) {
        for (Lot lot : lots.inOrder()) {
            if (lot.state().isRunning()) {
                course.pause(lot, lastTime, PauseCause.OUTAGE, FOUND, out);
            }
            if (lot.deadline().isPending(Deadline.Kind.AWARD)) {
                timers.schedule(
                        lot.deadline(), Deadline.Kind.AWARD, lot.deadline().due() + now - lastTime);
            }
            if (lot.state() == LotState.PAUSED && lot.pauseCause() != PauseCause.CLERK) {
                planResumption(lot, now);
            } else if (lot.deadline().isPending(Deadline.Kind.OPEN)) {
                postponeOpening(lot, lastTime, now);
            }
        }
    }

    private void planResumption(Lot lot, long now) {
        OutageRule rule = lot.terms().outage();
        if (rule.clerkResumes()) {
            timers.cancel(lot.deadline());
        } else {
            timers.schedule(lot.deadline(), Deadline.Kind.RESUME, now + micros(rule));
        }
    }

    /**
     * A turn in a roadshow keeps its distance; a scheduled opening that fell into the outage follows it, or waits for
     * the clerk where the lot's rule says so.
     */
    private void postponeOpening(Lot lot, long lastTime, long now) {
        long due = lot.deadline().due();
        if (lot.roadshow() != 0) {
            timers.schedule(lot.deadline(), Deadline.Kind.OPEN, due + now - lastTime);
        } else if (due <= now && lot.terms().outage().clerkResumes()) {
            timers.cancel(lot.deadline());
        } else if (due <= now) {
            timers.schedule(
                    lot.deadline(), Deadline.Kind.OPEN, now + micros(lot.terms().outage()));
        }
    }

    private static long micros(OutageRule rule) {
        return Micros.of(rule.resumeAfter());
    }

    /** A planned resumption has come. */
    public void resume(Request request, Lot lot, long at, EventSink out) {
        boolean missed = lot.pauseCause() == PauseCause.CONNECTIVITY;
        course.resume(request, lot, at, missed ? REACHED : RESUMES, out);
    }
}
