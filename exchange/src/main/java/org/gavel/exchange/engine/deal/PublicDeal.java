package org.gavel.exchange.engine.deal;

import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.command.AnnounceDeal;
import org.gavel.protocol.event.AwardBlocked;
import org.gavel.protocol.value.PublicityTerms;

/** A deal that is made public before it holds, and waits for what is objected to it. */
abstract class PublicDeal extends Deal {
    private final Publicity publicity;

    PublicDeal(AnnounceDeal terms, PublicityTerms publicity, DealState first, long closesAt) {
        super(terms, first, closesAt);
        this.publicity = new Publicity(publicity);
    }

    final Publicity publicity() {
        return publicity;
    }

    /** The publicity is over and nothing is objected any more; commits first. */
    abstract void proceed(Request request, DealCourse course, long at, EventSink out);

    /** The publicity is over; what is objected is decided first. */
    final void endPublicity(Request request, DealCourse course, long at, EventSink out) {
        if (publicity.open() > 0) {
            request.commit();
            out.emit(new AwardBlocked(number(), publicity.open()));
        } else {
            proceed(request, course, at, out);
        }
    }

    /** Whether its publicity is over and only objections keep it. */
    final boolean isOverdue(long now) {
        return state() == DealState.PUBLICITY && closesAt() <= now;
    }

    @Override
    void writeMode(StateWriter out) {
        publicity.writeTo(out);
    }
}
