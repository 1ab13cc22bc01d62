package org.gavel.exchange.engine.deal;

import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.protocol.command.AnnounceDeal;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.event.UseBegun;
import org.gavel.protocol.value.Day;
import org.gavel.protocol.value.UseFirstTerms;

/** 先用后转: used free for a term, then taken at the agreed price or given back. */
class UseFirst extends PublicDeal {
    private final UseFirstTerms use;

    UseFirst(AnnounceDeal terms, UseFirstTerms use, long now) {
        super(
                terms,
                use.publicity(),
                use.publicity().isNone() ? DealState.IN_USE : DealState.PREPARED,
                use.publicity().isNone() ? endOfUse(use, now) : 0);
        this.use = use;
    }

    UseFirstTerms use() {
        return use;
    }

    /** So many whole days of Beijing, from the day after the one on which it begins. */
    private static long endOfUse(UseFirstTerms use, long begun) {
        return Day.at(begun).plus(1 + use.useDays()).begins();
    }

    @Override
    void elapse(Request request, DealCourse course, long at, EventSink out) {
        if (state() == DealState.IN_USE) {
            request.commit();
            course.pass(this, PassCause.NOT_CONVERTED, 0, at, out);
        } else {
            endPublicity(request, course, at, out);
        }
    }

    @Override
    void proceed(Request request, DealCourse course, long at, EventSink out) {
        long until = endOfUse(use, at);
        request.commit();
        become(DealState.IN_USE);
        closesAt(until);
        course.schedule(this);
        out.emit(new UseBegun(number(), until));
    }

    @Override
    void annul(DealCourse course, String reason, EventSink out) {
        course.voided(number(), buyer(), DealCourse.ONLY, use.price(), reason, out);
        course.release(number(), buyer(), use.deposit().fen(), out);
    }
}
