package org.gavel.exchange.engine.rulebook;

import java.util.List;
import org.gavel.exchange.engine.Request;
import org.gavel.protocol.command.AnnounceLot;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Day;
import org.gavel.protocol.value.LegalDays;
import org.gavel.protocol.value.Limit;
import org.gavel.protocol.value.Rulebook;

/**
 * The notice (公告期) of one announcement: the lot opens after its last day.
 *
 * @param published the day of the announcement
 * @param last its last day; without meaning where the rulebook asks for none
 */
record Notice(boolean isAsked, Day published, Day last, LegalDays days) {
    static Notice of(AnnounceLot asked, Rulebook pack, boolean again, LegalDays days, long time) {
        Limit limit = pack.notice().of(asked.basis().movable(), again);
        Day today = Day.at(time);
        Day last = days.lastOfNotice(pack.notice().count(), today, limit.value());
        return new Notice(limit.isSet(), today, last, days);
    }

    RejectReason check(Request request, long opensAt) {
        if (!isAsked) {
            return RejectReason.NONE;
        }
        int unknown = days.unknownYear(published, last);
        if (unknown != 0) {
            return request.refuse(RejectReason.CALENDAR_MISSING, unknown);
        }
        return opensAt != 0 && opensAt < opensFrom()
                ? request.refuse(RejectReason.NOTICE_TOO_SHORT, last.plus(1).digits())
                : RejectReason.NONE;
    }

    /** The first instant at which the lot may open, or 0 for any. */
    long opensFrom() {
        return isAsked ? last.plus(1).begins() : 0;
    }

    /** The hashes of the calendars it was counted with. */
    List<String> calendars() {
        return isAsked
                ? days.calendars(published, last).stream().map(Rulebooks::hash).toList()
                : List.of();
    }
}
