package org.gavel.exchange.engine.deal;

import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.command.AnnounceDeal;
import org.gavel.protocol.event.AwardBlocked;
import org.gavel.protocol.event.AwardWithheld;
import org.gavel.protocol.reject.RejectReason;
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

    /** The publicity is over, nothing is objected any more and the buyer may have it; commits first. */
    abstract void proceed(Request request, DealCourse course, long at, EventSink out);

    /** The publicity is over; what is objected is decided first. */
    final void endPublicity(Request request, DealCourse course, long at, EventSink out) {
        if (publicity.open() > 0) {
            request.commit();
            out.emit(new AwardBlocked(number(), publicity.open()));
        } else {
            goOn(request, course, at, out);
        }
    }

    /** Nothing is objected any more: it goes on, or stands still where its buyer may not have it now. */
    final void goOn(Request request, DealCourse course, long at, EventSink out) {
        RejectReason obstacle = obstacle(request);
        if (obstacle == RejectReason.NONE) {
            proceed(request, course, at, out);
        } else {
            request.commit();
            become(DealState.WITHHELD);
            closesAt(0);
            out.emit(new AwardWithheld(number(), buyer(), obstacle));
        }
    }

    /** What keeps the buyer out. Before there was this rule, nothing did. */
    final RejectReason obstacle(Request request) {
        return request.follows(Behaviour.ADMITTED_BUYERS) ? roll().obstacle(buyer()) : RejectReason.NONE;
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
