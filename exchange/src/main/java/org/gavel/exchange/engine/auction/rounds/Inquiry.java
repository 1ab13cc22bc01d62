package org.gavel.exchange.engine.auction.rounds;

import java.util.List;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.auction.Carried;
import org.gavel.exchange.engine.auction.Effect;
import org.gavel.exchange.engine.auction.Floor;
import org.gavel.exchange.engine.auction.Mechanism;
import org.gavel.exchange.engine.auction.Roll;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.command.AnswerInquiry;
import org.gavel.protocol.command.PhaseAct;
import org.gavel.protocol.event.InquiryAnswered;
import org.gavel.protocol.event.StageKind;
import org.gavel.protocol.event.StageOpened;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.InquiryTerms;
import org.gavel.protocol.value.Micros;
import org.gavel.protocol.value.Money;

/**
 * The inquiry between free and limited bidding (询问期; {@code market-rules} 2.6, {@code auction-mechanisms} 2.4): the
 * last answer of each counts, silence is a no, and where nobody goes on the best bid so far decides the lot.
 */
public final class Inquiry implements Mechanism {
    private final long duration;
    private final Roll quoted = new Roll();
    private final Roll confirmed = new Roll();
    private Carried before = Carried.NOTHING;
    private long closesAt;

    public Inquiry(InquiryTerms terms) {
        duration = Micros.of(terms.duration());
    }

    @Override
    public void open(long now, Carried carried) {
        before = carried;
        quoted.become(carried.quoted());
        confirmed.become(List.of());
        closesAt = now + duration;
    }

    @Override
    public void begun(Floor floor) {
        int paddle = leader() == 0 ? 0 : floor.paddle(leader());
        floor.emit(new StageOpened(floor.lot(), 1, StageKind.INQUIRY, paddle, new Money(price()), closesAt));
    }

    @Override
    public RejectReason checkAct(Request request, int bidder, PhaseAct act) {
        if (!(act instanceof AnswerInquiry)) {
            return RejectReason.WRONG_PHASE;
        }
        return quoted.has(bidder) ? RejectReason.NONE : RejectReason.NO_LISTING_QUOTE;
    }

    @Override
    public Effect acceptAct(Request request, int bidder, PhaseAct act, Floor floor) {
        boolean accepts = ((AnswerInquiry) act).accepts();
        if (accepts) {
            confirmed.add(bidder);
        } else {
            confirmed.remove(bidder);
        }
        floor.emit(new InquiryAnswered(floor.lot(), bidder, floor.paddle(bidder), accepts));
        return Effect.STANDS;
    }

    @Override
    public void shift(long micros) {
        closesAt += micros;
    }

    @Override
    public long closesAt() {
        return closesAt;
    }

    @Override
    public long price() {
        return before.price();
    }

    @Override
    public int leader() {
        return before.leader();
    }

    @Override
    public long nextMinimum() {
        return before.price();
    }

    @Override
    public Carried carry() {
        return new Carried(
                before.price(),
                before.leader(),
                before.clockWinner(),
                before.clockPrice(),
                quoted.list(),
                confirmed.list());
    }

    @Override
    public boolean decides() {
        return confirmed.size() == 0;
    }

    @Override
    public void writeTo(StateWriter out) {
        out.put(before.price()).put(before.leader()).put(before.clockWinner()).put(before.clockPrice());
        out.put(closesAt);
        quoted.writeTo(out);
        confirmed.writeTo(out);
    }
}
