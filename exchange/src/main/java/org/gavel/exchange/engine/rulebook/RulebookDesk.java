package org.gavel.exchange.engine.rulebook;

import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.protocol.command.InstallCalendar;
import org.gavel.protocol.command.InstallRulebook;
import org.gavel.protocol.event.CalendarInstalled;
import org.gavel.protocol.event.RulebookInstalled;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.HolidayCalendar;
import org.gavel.protocol.value.Rulebook;

/** Takes rule packs and holiday calendars in. What is installed never changes; corrections are newer versions. */
public final class RulebookDesk {
    private final Rulebooks rulebooks;

    public RulebookDesk(Rulebooks rulebooks) {
        this.rulebooks = rulebooks;
    }

    public RejectReason install(Request request, InstallRulebook asked, EventSink out) {
        Rulebook pack = asked.rulebook();
        if (rulebooks.has(pack)) {
            return RejectReason.RULEBOOK_EXISTS;
        }
        if (rulebooks.size() == Rulebooks.MAX_PACKS) {
            return request.refuse(RejectReason.RULEBOOKS_FULL, Rulebooks.MAX_PACKS);
        }
        request.commit();
        rulebooks.add(pack);
        out.emit(new RulebookInstalled(pack, Rulebooks.hash(pack), asked.reason()));
        return RejectReason.NONE;
    }

    public RejectReason installCalendar(Request request, InstallCalendar asked, EventSink out) {
        HolidayCalendar calendar = asked.calendar();
        int installed = rulebooks.days().version(calendar.year());
        if (calendar.version() <= installed) {
            return request.refuse(RejectReason.CALENDAR_EXISTS, installed);
        }
        request.commit();
        rulebooks.add(calendar);
        out.emit(new CalendarInstalled(calendar, Rulebooks.hash(calendar), asked.reason()));
        return RejectReason.NONE;
    }
}
