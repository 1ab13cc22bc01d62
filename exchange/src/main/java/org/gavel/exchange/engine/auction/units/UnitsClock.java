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
import org.gavel.protocol.command.BidUnits;
import org.gavel.protocol.command.PhaseAct;
import org.gavel.protocol.event.DemandTold;
import org.gavel.protocol.event.StageKind;
import org.gavel.protocol.event.StageOpened;
import org.gavel.protocol.event.UnitsBidTaken;
import org.gavel.protocol.event.UnitsUnsold;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.ClockTerms;
import org.gavel.protocol.value.Micros;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Share;

/**
 * A clock on equal units ({@code auction-mechanisms} 2.9): the price rises while more are wanted than there are, and
 * demand may only fall. A drop is granted no further than to the supply, and the price named for the drop that reaches
 * it clears: nothing stays unsold that was wanted in the first round, and nobody pays a price they did not agree to.
 */
public final class UnitsClock implements Mechanism {
    private final ClockTerms terms;
    private final TreeMap<Integer, UnitsDemand> demands = new TreeMap<>();
    private long before;
    private long price;
    private int round;
    private int numbers;
    private long closesAt;

    public UnitsClock(ClockTerms terms) {
        this.terms = terms;
    }

    @Override
    public void open(long now, Carried carried) {
        demands.clear();
        numbers = 0;
        round = 0;
        price = terms.start().fen();
        nextRound(now, price);
    }

    private void nextRound(long at, long newPrice) {
        round++;
        before = price;
        price = newPrice;
        demands.values().forEach(demand -> demand.beginRound(before));
        closesAt = at + Micros.of(terms.round());
    }

    @Override
    public void begun(Floor floor) {
        floor.emit(new StageOpened(floor.lot(), round, StageKind.LEVEL, 0, new Money(price), closesAt));
    }

    @Override
    public RejectReason checkAct(Request request, int bidder, PhaseAct act) {
        if (!(act instanceof BidUnits bid)) {
            return RejectReason.WRONG_PHASE;
        }
        return round == 1 ? checkFirst(request, bidder, bid) : checkLater(request, bidder, bid);
    }

    private RejectReason checkFirst(Request request, int bidder, BidUnits bid) {
        if (bid.units() > terms.units()) {
            return request.refuse(RejectReason.TOO_MANY_UNITS, terms.units());
        }
        if (bid.units() == 0) {
            return request.refuse(RejectReason.TOO_FEW_UNITS, 1);
        }
        boolean full = demands.size() == Share.MAX_WINNERS && !demands.containsKey(bidder);
        return full ? request.refuse(RejectReason.BIDDERS_FULL, Share.MAX_WINNERS) : checkStay(request, bid);
    }

    private RejectReason checkLater(Request request, int bidder, BidUnits bid) {
        UnitsDemand demand = demands.get(bidder);
        if (demand == null) {
            return RejectReason.LEVEL_MISSED;
        }
        if (bid.units() > demand.units()) {
            return request.refuse(RejectReason.TOO_MANY_UNITS, demand.units());
        }
        if (bid.units() == demand.units()) {
            return checkStay(request, bid);
        }
        long named = bid.price().fen();
        boolean inRound = named == 0 || (named >= before && named < price);
        return inRound ? RejectReason.NONE : request.refuse(RejectReason.OFF_ROUND, before);
    }

    /** Whoever wants as many as before wants them at the round's price, and need not name it. */
    private RejectReason checkStay(Request request, BidUnits bid) {
        long named = bid.price().fen();
        return named == 0 || named == price ? RejectReason.NONE : request.refuse(RejectReason.OFF_LEVEL, price);
    }

    @Override
    public Effect acceptAct(Request request, int bidder, PhaseAct act, Floor floor) {
        BidUnits bid = (BidUnits) act;
        numbers++;
        if (round == 1) {
            demands.put(bidder, new UnitsDemand(bidder, bid.units(), numbers));
        } else {
            long above = bid.price().fen() == 0 ? before : bid.price().fen();
            demands.get(bidder).want(bid.units(), above, numbers);
        }
        floor.counts();
        floor.emit(new UnitsBidTaken(floor.lot(), bidder, numbers));
        return Effect.STANDS;
    }

    @Override
    public boolean elapse(long at, Floor floor) {
        long shown = price;
        boolean cleared = round == 1 ? demand() <= terms.units() : grant();
        boolean rises = !cleared && shown < terms.ceiling().fen();
        if (!cleared && !rises) {
            ration();
        }
        floor.emit(new DemandTold(floor.lot(), round, new Money(shown), demand()));
        if (rises) {
            nextRound(at, terms.after(price));
            begun(floor);
        } else if (demand() < terms.units() && demand() > 0) {
            floor.emit(new UnitsUnsold(floor.lot(), terms.units() - demand()));
        }
        return rises;
    }

    private long demand() {
        return demands.values().stream().mapToLong(UnitsDemand::units).sum();
    }

    /** Lets demand fall in order, no further than to the supply: whether it has come there, and the clock stands. */
    private boolean grant() {
        long excess = demand() - terms.units();
        List<UnitsDemand> drops = new ArrayList<>(demands.values());
        drops.removeIf(demand -> demand.drop() == 0);
        drops.sort(UnitsDemand.DROPS_IN_ORDER);
        for (UnitsDemand demand : drops) {
            long granted = Math.min(demand.drop(), excess);
            demand.fall(granted);
            excess -= granted;
            if (excess == 0) {
                price = demand.upTo();
                return true;
            }
        }
        demands.values().removeIf(demand -> demand.units() == 0);
        return false;
    }

    /** At the highest price there is, whoever came first is served first. */
    private void ration() {
        long left = terms.units();
        List<UnitsDemand> served = new ArrayList<>(demands.values());
        served.sort(UnitsDemand.FIRST_COME);
        for (UnitsDemand demand : served) {
            demand.fall(Math.max(0, demand.units() - left));
            left -= demand.units();
        }
    }

    @Override
    public void shift(long micros) {
        closesAt += micros;
    }

    @Override
    public long closesAt() {
        return closesAt;
    }

    /** The price of a unit that is shown, and once the clock stands the one that clears. */
    @Override
    public long price() {
        return demands.isEmpty() ? 0 : price;
    }

    @Override
    public int leader() {
        List<Award> awards = awards();
        return awards.isEmpty() ? 0 : awards.get(0).bidder();
    }

    @Override
    public long nextMinimum() {
        return price;
    }

    @Override
    public List<Award> awards() {
        return demands.values().stream()
                .filter(demand -> demand.units() > 0)
                .sorted(UnitsDemand.MOST_FIRST)
                .map(demand -> new Award(demand.bidder(), price, demand.units()))
                .toList();
    }

    @Override
    public void writeTo(StateWriter out) {
        out.put(before).put(price).put(round).put(numbers).put(closesAt).put(demands.size());
        demands.values().forEach(demand -> demand.writeTo(out));
    }
}
