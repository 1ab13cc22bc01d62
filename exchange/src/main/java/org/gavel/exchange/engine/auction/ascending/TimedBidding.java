package org.gavel.exchange.engine.auction.ascending;

import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.auction.Carried;
import org.gavel.exchange.engine.auction.Effect;
import org.gavel.exchange.engine.auction.Floor;
import org.gavel.exchange.engine.auction.Mechanism;
import org.gavel.exchange.engine.auction.Roll;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.command.PhaseAct;
import org.gavel.protocol.event.StageKind;
import org.gavel.protocol.event.StageOpened;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.TimedTerms;

/**
 * Limited-time bidding (限时竞价; {@code auction-mechanisms} 2.4): open bidding whose countdown every bid restarts.
 * After an inquiry only who confirmed may bid ({@code market-rules} 2.6); an earlier best bid stands all the same.
 */
public final class TimedBidding implements Mechanism {
    private final EnglishAuction bidding;
    private final Roll quoted = new Roll();
    private final Roll confirmed = new Roll();

    public TimedBidding(TimedTerms terms) {
        bidding = new EnglishAuction(terms.english());
    }

    @Override
    public void keepQuotes() {
        bidding.keepQuotes();
    }

    @Override
    public void open(long now, Carried carried) {
        bidding.open(now, carried);
        quoted.become(carried.quoted());
        confirmed.become(carried.confirmed());
    }

    @Override
    public void begun(Floor floor) {
        int paddle = leader() == 0 ? 0 : floor.paddle(leader());
        floor.emit(new StageOpened(floor.lot(), 1, StageKind.LIMITED, paddle, new Money(nextMinimum()), closesAt()));
    }

    @Override
    public RejectReason check(Request request, int bidder, long amount) {
        RejectReason out = whyKeptOut(bidder);
        return out == RejectReason.NONE ? bidding.check(request, bidder, amount) : out;
    }

    private RejectReason whyKeptOut(int bidder) {
        if (confirmed.size() == 0 || confirmed.has(bidder)) {
            return RejectReason.NONE;
        }
        return quoted.has(bidder) ? RejectReason.INQUIRY_MISSED : RejectReason.NO_LISTING_QUOTE;
    }

    /** A right of first refusal is a right at equal terms: whoever an inquiry keeps out matches nothing either. */
    @Override
    public RejectReason checkAct(Request request, int bidder, PhaseAct act) {
        RejectReason refusal = bidding.checkAct(request, bidder, act);
        return refusal == RejectReason.NONE ? whyKeptOut(bidder) : refusal;
    }

    @Override
    public Effect acceptAct(Request request, int bidder, PhaseAct act, Floor floor) {
        return bidding.acceptAct(request, bidder, act, floor);
    }

    @Override
    public Effect accept(Request request, int bidder, long amount, Floor floor) {
        return bidding.accept(request, bidder, amount, floor);
    }

    @Override
    public void shift(long micros) {
        bidding.shift(micros);
    }

    @Override
    public long closesAt() {
        return bidding.closesAt();
    }

    @Override
    public long price() {
        return bidding.price();
    }

    @Override
    public int leader() {
        return bidding.leader();
    }

    @Override
    public long nextMinimum() {
        return bidding.nextMinimum();
    }

    @Override
    public long step(long price) {
        return bidding.step(price);
    }

    @Override
    public Carried carry() {
        return bidding.carry();
    }

    @Override
    public void writeTo(StateWriter out) {
        bidding.writeTo(out);
        quoted.writeTo(out);
        confirmed.writeTo(out);
    }
}
