package org.gavel.exchange.engine.roadshow;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.lot.Lot;
import org.gavel.exchange.engine.lot.LotState;
import org.gavel.exchange.engine.lot.Lots;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.exchange.engine.timer.Deadline;
import org.gavel.exchange.engine.timer.TimerQueue;
import org.gavel.protocol.command.AnnounceRoadshow;
import org.gavel.protocol.command.StartRoadshow;
import org.gavel.protocol.event.RoadshowAnnounced;
import org.gavel.protocol.event.RoadshowEnded;
import org.gavel.protocol.event.RoadshowStarted;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Day;
import org.gavel.protocol.value.Money;

/** Runs roadshows: when a lot ends or stands still after a fault, the next opens after the interval. */
public final class RoadshowDesk {
    private final TreeMap<Integer, Roadshow> roadshows = new TreeMap<>();
    private final Lots lots;
    private final TimerQueue timers;

    public RoadshowDesk(Lots lots, TimerQueue timers) {
        this.lots = lots;
        this.timers = timers;
    }

    public RejectReason announce(Request request, AnnounceRoadshow asked, EventSink out) {
        if (roadshows.containsKey(asked.roadshow())) {
            return RejectReason.ROADSHOW_EXISTS;
        }
        Set<Integer> seen = new HashSet<>();
        for (int number : asked.lots()) {
            RejectReason refusal = checkLot(request, number, seen.add(number));
            if (refusal != RejectReason.NONE) {
                return refusal;
            }
        }
        request.commit();
        roadshows.put(asked.roadshow(), new Roadshow(asked));
        asked.lots().forEach(number -> lots.get(number).joinRoadshow(asked.roadshow()));
        out.emit(new RoadshowAnnounced(asked.roadshow(), asked.title(), asked.lots(), asked.interval()));
        return RejectReason.NONE;
    }

    private RejectReason checkLot(Request request, int number, boolean isFirst) {
        if (!lots.has(number)) {
            return RejectReason.LOT_UNKNOWN;
        }
        Lot lot = lots.get(number);
        if (!isFirst || lot.roadshow() != 0) {
            return request.refuse(RejectReason.LOT_IN_ROADSHOW, number);
        }
        if (lot.listing() != 0) {
            return request.refuse(RejectReason.LOT_LISTED, lot.listing());
        }
        boolean waits = lot.state() == LotState.ANNOUNCED && !lot.deadline().isPending();
        return waits ? RejectReason.NONE : RejectReason.NOT_AWAITING;
    }

    public RejectReason start(Request request, StartRoadshow asked, EventSink out) {
        Roadshow roadshow = roadshows.get(asked.roadshow());
        if (roadshow == null) {
            return RejectReason.ROADSHOW_UNKNOWN;
        }
        if (roadshow.hasStarted()) {
            return RejectReason.ROADSHOW_STARTED;
        }
        long opensFrom = opensFrom(roadshow);
        if (request.time() < opensFrom) {
            return request.refuse(
                    RejectReason.NOTICE_TOO_SHORT, Day.at(opensFrom).digits());
        }
        request.commit();
        out.emit(new RoadshowStarted(asked.roadshow(), asked.reason()));
        openNext(roadshow, request.time(), out);
        return RejectReason.NONE;
    }

    /** When the notices of all its lots are over. */
    private long opensFrom(Roadshow roadshow) {
        long latest = 0;
        for (int number : roadshow.lots()) {
            Lot lot = lots.get(number);
            latest = lot.state() == LotState.ANNOUNCED ? Math.max(latest, lot.opensFrom()) : latest;
        }
        return latest;
    }

    /** Whether a roadshow will still open this lot by itself. */
    public boolean willOpen(int number) {
        if (!lots.has(number)) {
            return false;
        }
        Roadshow roadshow = roadshows.get(lots.get(number).roadshow());
        return roadshow != null
                && (roadshow.awaits(number) || lots.get(number).deadline().isPending());
    }

    /** A lot has ended; {@code sold} is its price in fen, or 0. */
    public void lotEnded(Lot lot, long sold, long at, EventSink out) {
        Roadshow roadshow = roadshows.get(lot.roadshow());
        if (roadshow == null) {
            return;
        }
        roadshow.count(sold);
        if (roadshow.isAt(lot.number())) {
            openNext(roadshow, at + roadshow.intervalMicros(), out);
        }
    }

    /** A lot stands still after a fault; the others go on without it. */
    public void lotSuspended(Lot lot, long at, EventSink out) {
        Roadshow roadshow = roadshows.get(lot.roadshow());
        if (roadshow != null && roadshow.isAt(lot.number())) {
            openNext(roadshow, at + roadshow.intervalMicros(), out);
        }
    }

    /** Plans the opening of the next lot that still waits; withdrawn ones are passed over. */
    private void openNext(Roadshow roadshow, long at, EventSink out) {
        int next = roadshow.advance();
        while (next != 0 && lots.get(next).state() != LotState.ANNOUNCED) {
            next = roadshow.advance();
        }
        if (next != 0) {
            timers.schedule(lots.get(next).deadline(), Deadline.Kind.OPEN, at);
        } else {
            Money turnover = new Money(roadshow.turnover());
            out.emit(new RoadshowEnded(roadshow.number(), roadshow.sold(), roadshow.unsold(), turnover));
        }
    }

    public void writeTo(StateWriter out) {
        out.put(roadshows.size());
        roadshows.values().forEach(roadshow -> roadshow.writeTo(out));
    }
}
