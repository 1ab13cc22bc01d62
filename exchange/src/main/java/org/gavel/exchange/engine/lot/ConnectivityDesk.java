package org.gavel.exchange.engine.lot;

import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.timer.Deadline;
import org.gavel.exchange.engine.timer.TimerQueue;
import org.gavel.protocol.command.ReportConnectivity;
import org.gavel.protocol.event.PauseCause;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Micros;
import org.gavel.protocol.value.OutageRule;

/**
 * Pauses a lot whose bidders cannot reach the venue, as its rule says, and plans its resumption once enough are back
 * (网络司法拍卖规定 art. 28). The doors report facts; what follows from them is decided here. Closed lots stay closed.
 */
public final class ConnectivityDesk {
    private static final String MISSING =
            "Too many of the lot's bidders cannot reach the venue; bidding keeps the time it has left.";

    private final Lots lots;
    private final TimerQueue timers;
    private final LotCourse course;

    public ConnectivityDesk(Lots lots, TimerQueue timers, LotCourse course) {
        this.lots = lots;
        this.timers = timers;
        this.course = course;
    }

    public RejectReason report(Request request, ReportConnectivity told, EventSink out) {
        if (!lots.has(told.lot())) {
            return RejectReason.LOT_UNKNOWN;
        }
        Lot lot = lots.get(told.lot());
        OutageRule rule = lot.terms().outage();
        boolean isPaused = lot.state() == LotState.PAUSED && lot.pauseCause() == PauseCause.CONNECTIVITY;
        if (rule.connectivity().percent() == 0 || !(isPaused || lot.state().isRunning())) {
            return RejectReason.NOT_WATCHED;
        }
        request.commit();
        boolean isBroken = rule.connectivity().isBroken(told.seen(), told.missing());
        if (isPaused) {
            plan(lot, rule, isBroken, request.time());
        } else if (!isBroken) {
            lot.resumedWithoutThem(false);
        } else if (!lot.isResumedWithoutThem()) {
            course.pause(lot, request.time(), PauseCause.CONNECTIVITY, MISSING, out);
        }
        return RejectReason.NONE;
    }

    private void plan(Lot lot, OutageRule rule, boolean isBroken, long now) {
        boolean isPlanned = lot.deadline().isPending(Deadline.Kind.RESUME);
        if (isBroken) {
            timers.cancel(lot.deadline());
        } else if (!isPlanned && !rule.clerkResumes()) {
            long after = Micros.of(rule.resumeAfter());
            timers.schedule(lot.deadline(), Deadline.Kind.RESUME, now + after);
        }
    }
}
