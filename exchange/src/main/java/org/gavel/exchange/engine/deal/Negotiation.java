package org.gavel.exchange.engine.deal;

import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.protocol.command.AnnounceDeal;
import org.gavel.protocol.value.NegotiatedTerms;
import org.gavel.protocol.value.Share;

/** 协议定价: a negotiated deal, awarded when its publicity is over. */
class Negotiation extends PublicDeal {
    private final NegotiatedTerms negotiated;

    Negotiation(AnnounceDeal terms, NegotiatedTerms negotiated) {
        super(terms, negotiated.publicity(), DealState.PREPARED, 0);
        this.negotiated = negotiated;
    }

    @Override
    void elapse(Request request, DealCourse course, long at, EventSink out) {
        endPublicity(request, course, at, out);
    }

    @Override
    void proceed(Request request, DealCourse course, long at, EventSink out) {
        request.commit();
        course.award(number(), buyer(), DealCourse.ONLY, negotiated.price(), 0, at, Share.WHOLE, out);
        course.awarded(this, at);
    }

    @Override
    void annul(DealCourse course, String reason, EventSink out) {
        course.voided(number(), buyer(), DealCourse.ONLY, negotiated.price(), reason, out);
    }
}
