package org.gavel.exchange.engine.lot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.agrona.collections.Int2ObjectHashMap;
import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.timer.Deadline;
import org.gavel.exchange.engine.timer.TimerQueue;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.EnglishTerms;
import org.gavel.protocol.value.PhaseTerms;
import org.gavel.protocol.value.ProxyTerms;
import org.gavel.protocol.value.SoftClose;

/**
 * Lots that close together: an extension of one takes the others along, so that who waits for one of several lots can
 * still bid on another ({@code auction-mechanisms} 2.2). Its cost is bounded by the size of a group alone.
 */
final class Groups {
    /** The most lots of a group. */
    static final int MOST = 64;

    /** In order of their numbers. */
    private final Int2ObjectHashMap<List<Lot>> groups = new Int2ObjectHashMap<>();

    /** Whether the lot can join the group it names, if it names one. */
    RejectReason check(Request request, AnnounceLot asked) {
        int group = asked.offering().group();
        List<Lot> others = groups.get(group);
        if (group == 0 || (others == null && canClose(asked))) {
            return RejectReason.NONE;
        }
        if (others == null || !closesWith(asked, others.get(0).terms())) {
            return request.refuse(RejectReason.GROUP_UNFIT, group);
        }
        if (others.stream().anyMatch(lot -> lot.state() != LotState.ANNOUNCED && lot.state() != LotState.WITHDRAWN)) {
            return request.refuse(RejectReason.GROUP_OPENED, group);
        }
        return others.size() < MOST ? RejectReason.NONE : request.refuse(RejectReason.GROUP_FULL, MOST);
    }

    /** A group needs a close that bids can move, and an opening that needs no clerk. */
    private static boolean canClose(AnnounceLot lot) {
        return lot.opensAt() > 0 && lot.phases().size() == 1 && moves(softClose(lot));
    }

    private static boolean closesWith(AnnounceLot lot, AnnounceLot other) {
        return lot.opensAt() == other.opensAt()
                && lot.outage().equals(other.outage())
                && lot.phases().size() == 1
                && lot.phases().get(0).getClass() == other.phases().get(0).getClass()
                && duration(lot).equals(duration(other))
                && softClose(lot).equals(softClose(other));
    }

    private static boolean moves(SoftClose rule) {
        return rule.mode() == SoftClose.Mode.CYCLE || !rule.window().isZero();
    }

    private static SoftClose softClose(AnnounceLot lot) {
        PhaseTerms phase = lot.phases().get(0);
        if (phase instanceof EnglishTerms english) {
            return english.softClose();
        }
        return phase instanceof ProxyTerms proxy ? proxy.softClose() : SoftClose.NONE;
    }

    private static Duration duration(AnnounceLot lot) {
        PhaseTerms phase = lot.phases().get(0);
        return phase instanceof EnglishTerms english ? english.duration() : ((ProxyTerms) phase).duration();
    }

    void add(Lot lot) {
        int group = lot.terms().offering().group();
        if (group != 0) {
            List<Lot> lots = groups.computeIfAbsent(group, none -> new ArrayList<>());
            int place = 0;
            while (place < lots.size() && lots.get(place).number() < lot.number()) {
                place++;
            }
            lots.add(place, lot);
        }
    }

    /** The lot's close has moved: no other of its group that takes bids closes before it. */
    void follow(Lot moved, TimerQueue timers, EventSink out) {
        int group = moved.terms().offering().group();
        if (group == 0) {
            return;
        }
        List<Lot> lots = groups.get(group);
        long closesAt = moved.mechanism().closesAt();
        for (int i = 0; i < lots.size(); i++) {
            Lot lot = lots.get(i);
            if (lot != moved && lot.state() == LotState.OPEN && lot.mechanism().extendTo(closesAt)) {
                lot.countExtension();
                timers.schedule(
                        lot.deadline(), Deadline.Kind.CLOSE, lot.mechanism().closesAt());
                out.lotExtended(lot.number(), lot.mechanism().closesAt(), lot.extensions());
            }
        }
    }
}
