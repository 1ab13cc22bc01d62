package org.gavel.exchange.engine.auction.units;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.auction.Award;
import org.gavel.exchange.engine.auction.Carried;
import org.gavel.exchange.engine.auction.Effect;
import org.gavel.exchange.engine.auction.Floor;
import org.gavel.exchange.engine.auction.Mechanism;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.command.AnswerInquiry;
import org.gavel.protocol.command.BidUnits;
import org.gavel.protocol.command.PhaseAct;
import org.gavel.protocol.event.InquiryAnswered;
import org.gavel.protocol.event.RemainderOffered;
import org.gavel.protocol.event.StageKind;
import org.gavel.protocol.event.StageOpened;
import org.gavel.protocol.event.UnitsBidOpened;
import org.gavel.protocol.event.UnitsBidTaken;
import org.gavel.protocol.event.UnitsUnsold;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Micros;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Share;
import org.gavel.protocol.value.SharesTerms;

/**
 * Closed offers for units of a divided lot (份额报价; {@code auction-mechanisms} 2.10): the last offer of each counts.
 * At the close they are ranked by price, then time, and served; a conditional winner, for whom only the rest is left,
 * is asked and may refuse it, and silence does; then the next is served or asked.
 */
public final class ShareBidding implements Mechanism {
    private final SharesTerms terms;
    private final TreeMap<Integer, UnitsOffer> offers = new TreeMap<>();
    private UnitsFill fill;
    private UnitsOffer best;
    private int numbers;
    private int stage;
    private int asked;
    private long closesAt;

    public ShareBidding(SharesTerms terms) {
        this.terms = terms;
        this.fill = unfilled();
    }

    private UnitsFill unfilled() {
        return new UnitsFill(terms.units(), terms.pricing(), List.of());
    }

    @Override
    public void open(long now, Carried carried) {
        offers.clear();
        fill = unfilled();
        best = null;
        numbers = 0;
        stage = 1;
        asked = 0;
        closesAt = now + Micros.of(terms.duration());
    }

    @Override
    public void begun(Floor floor) {
        floor.emit(new StageOpened(floor.lot(), stage, StageKind.SEALED, 0, terms.start(), closesAt));
    }

    @Override
    public RejectReason checkAct(Request request, int bidder, PhaseAct act) {
        if (act instanceof AnswerInquiry && asked != 0) {
            return bidder == asked ? RejectReason.NONE : RejectReason.NOT_ASKED;
        }
        return act instanceof BidUnits offer && asked == 0
                ? checkOffer(request, bidder, offer)
                : RejectReason.WRONG_PHASE;
    }

    private RejectReason checkOffer(Request request, int bidder, BidUnits offer) {
        if (offer.units() > terms.units()) {
            return request.refuse(RejectReason.TOO_MANY_UNITS, terms.units());
        }
        if (offer.units() < terms.minUnits()) {
            return request.refuse(RejectReason.TOO_FEW_UNITS, terms.minUnits());
        }
        if (offer.price().compareTo(terms.start()) < 0) {
            return request.refuse(RejectReason.BELOW_START, terms.start().fen());
        }
        if (offer.price().compareTo(terms.ceiling()) > 0) {
            return request.refuse(RejectReason.PRICE_LIMIT, terms.ceiling().fen());
        }
        boolean full = offers.size() == Share.MAX_WINNERS && !offers.containsKey(bidder);
        return full ? request.refuse(RejectReason.BIDDERS_FULL, Share.MAX_WINNERS) : RejectReason.NONE;
    }

    @Override
    public Effect acceptAct(Request request, int bidder, PhaseAct act, Floor floor) {
        if (act instanceof AnswerInquiry answer) {
            floor.emit(new InquiryAnswered(floor.lot(), bidder, floor.paddle(bidder), answer.accepts()));
            return answered(answer.accepts(), request.time(), floor) ? Effect.STAGE : Effect.ENDED;
        }
        BidUnits offer = (BidUnits) act;
        numbers++;
        offers.put(bidder, new UnitsOffer(bidder, offer.units(), offer.price().fen(), numbers));
        floor.emit(new UnitsBidTaken(floor.lot(), bidder, numbers));
        return Effect.STANDS;
    }

    @Override
    public boolean elapse(long at, Floor floor) {
        if (asked != 0) {
            return answered(false, at, floor);
        }
        List<UnitsOffer> ranked = new ArrayList<>(offers.values());
        ranked.sort(UnitsOffer.BEST_FIRST);
        for (UnitsOffer offer : ranked) {
            floor.counts();
            int paddle = floor.paddle(offer.bidder());
            floor.emit(new UnitsBidOpened(
                    floor.lot(), offer.bidder(), paddle, offer.units(), new Money(offer.price()), offer.number()));
        }
        best = ranked.isEmpty() ? null : ranked.get(0);
        ranked.removeIf(offer -> offer.price() < floor.reserve());
        fill = new UnitsFill(terms.units(), terms.pricing(), ranked);
        return serve(at, floor);
    }

    /** The conditional winner has answered, or time has for them: whether the next must be asked. */
    private boolean answered(boolean accepts, long at, Floor floor) {
        asked = 0;
        if (accepts) {
            fill.take();
        } else {
            fill.refuse();
        }
        return serve(at, floor);
    }

    private boolean serve(long at, Floor floor) {
        if (fill.serve()) {
            ask(at, floor);
            return true;
        }
        if (fill.left() > 0 && !fill.awards().isEmpty()) {
            floor.emit(new UnitsUnsold(floor.lot(), fill.left()));
        }
        return false;
    }

    private void ask(long at, Floor floor) {
        asked = fill.conditional().bidder();
        stage++;
        closesAt = at + Micros.of(terms.askFor());
        tellQuestion(floor);
    }

    @Override
    public void resumed(Floor floor) {
        if (asked != 0) {
            tellQuestion(floor);
        }
    }

    private void tellQuestion(Floor floor) {
        int paddle = floor.paddle(asked);
        Money price = new Money(fill.price());
        floor.emit(new RemainderOffered(floor.lot(), asked, paddle, fill.left(), price, closesAt));
        floor.emit(new StageOpened(floor.lot(), stage, StageKind.ASK, paddle, price, closesAt));
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
        return best == null ? 0 : best.price();
    }

    @Override
    public int leader() {
        return best == null ? 0 : best.bidder();
    }

    @Override
    public long nextMinimum() {
        return terms.start().fen();
    }

    @Override
    public List<Award> awards() {
        return fill.awards();
    }

    @Override
    public void writeTo(StateWriter out) {
        out.put(numbers).put(stage).put(asked).put(closesAt).put(price()).put(leader());
        out.put(offers.size());
        offers.values().forEach(offer -> offer.writeTo(out));
        fill.writeTo(out);
    }
}
