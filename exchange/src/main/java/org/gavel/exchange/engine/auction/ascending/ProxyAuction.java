package org.gavel.exchange.engine.auction.ascending;

import java.util.List;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.auction.Carried;
import org.gavel.exchange.engine.auction.Effect;
import org.gavel.exchange.engine.auction.Floor;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.command.PhaseAct;
import org.gavel.protocol.command.PlaceMaximum;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.MaximumCommitted;
import org.gavel.protocol.event.MaximumPlaced;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.ProxyTerms;
import org.gavel.protocol.value.SealedCommitment;

/**
 * Proxy bidding ({@code auction-mechanisms} 2.3): the price is what the leader must pay to beat the best rival, never
 * more than their maximum, and at least the reserve once their maximum reaches it. Of equal maxima the earlier
 * leads. A plain bid is a maximum of its amount. What moves neither price nor leader extends nothing.
 */
public final class ProxyAuction extends RisingPhase {
    private final ProxyTerms terms;
    private final Commitments commitments = new Commitments();

    private long maximum;
    private long rival;

    public ProxyAuction(ProxyTerms terms) {
        super(terms.start(), terms.increments(), terms.duration(), terms.softClose());
        this.terms = terms;
    }

    @Override
    public void open(long now, Carried carried) {
        super.open(now, carried);
        maximum = carried.price();
        rival = 0;
    }

    @Override
    public RejectReason checkAct(Request request, int bidder, PhaseAct act) {
        return act instanceof PlaceMaximum placed
                ? check(request, bidder, placed.maximum().fen())
                : RejectReason.WRONG_PHASE;
    }

    @Override
    public RejectReason check(Request request, int bidder, long amount) {
        if (amount > Money.MAX_FEN) {
            return request.refuse(RejectReason.PRICE_LIMIT, Money.MAX_FEN);
        }
        if (leader() == 0) {
            return amount < nextMinimum() ? request.refuse(RejectReason.BELOW_START, nextMinimum()) : RejectReason.NONE;
        }
        if (leader() == bidder) {
            return amount <= maximum ? RejectReason.MAXIMUM_NOT_HIGHER : RejectReason.NONE;
        }
        if (amount >= nextMinimum() && amount > price()) {
            return RejectReason.NONE;
        }
        return request.refuse(
                amount <= price() ? RejectReason.NOT_HIGHER : RejectReason.BELOW_INCREMENT, nextMinimum());
    }

    @Override
    public Effect acceptAct(Request request, int bidder, PhaseAct act, Floor floor) {
        PlaceMaximum placed = (PlaceMaximum) act;
        if (!placed.salt().isEmpty()) {
            int paddle = floor.paddle(bidder);
            commitments.add(paddle, placed.maximum().fen(), placed.salt());
            String commitment = SealedCommitment.of(floor.lot(), paddle, placed.maximum(), placed.salt());
            floor.emit(new MaximumCommitted(floor.lot(), paddle, commitment));
        }
        return accept(request, bidder, placed.maximum().fen(), floor);
    }

    @Override
    public Effect accept(Request request, int bidder, long amount, Floor floor) {
        hasBid(bidder);
        if (bidder == leader()) {
            return raiseOwn(request, amount, floor);
        }
        boolean overtakes = leader() == 0 || amount > maximum;
        if (overtakes) {
            rival = maximum;
            maximum = amount;
            lead(bidder, visible(rival == 0 ? terms.start().fen() : rival + step(rival), floor));
        } else {
            rival = amount;
            lead(leader(), visible(amount + step(amount), floor));
        }
        Effect effect = moved(request.time());
        floor.emit(new MaximumPlaced(floor.lot(), bidder, overtakes));
        if (overtakes) {
            floor.leads(bidder, price());
        } else {
            floor.beaten(bidder, amount);
            floor.leadsByProxy(leader(), price());
        }
        return effect;
    }

    /** The price moves only where the old maximum had capped it, or below the reserve. */
    private Effect raiseOwn(Request request, long amount, Floor floor) {
        maximum = amount;
        long before = price();
        lead(leader(), visible(rival == 0 ? before : rival + step(rival), floor));
        floor.emit(new MaximumPlaced(floor.lot(), leader(), true));
        if (price() == before) {
            return Effect.STANDS;
        }
        Effect effect = moved(request.time());
        floor.leads(leader(), price());
        return effect;
    }

    /** What the leader must show to have this price: never less than before, never more than their maximum. */
    private long visible(long needed, Floor floor) {
        return Math.min(maximum, Math.max(Math.max(price(), needed), floor.reserve()));
    }

    @Override
    public List<Event> openings(int lot) {
        return commitments.openings(lot);
    }

    @Override
    void writeOwn(StateWriter out) {
        out.put(maximum).put(rival);
        commitments.writeTo(out);
    }
}
