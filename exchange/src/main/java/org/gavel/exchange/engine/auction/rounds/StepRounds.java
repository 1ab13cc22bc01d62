package org.gavel.exchange.engine.auction.rounds;

import java.util.List;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.auction.Carried;
import org.gavel.exchange.engine.auction.Effect;
import org.gavel.exchange.engine.auction.Floor;
import org.gavel.exchange.engine.auction.Mechanism;
import org.gavel.exchange.engine.auction.Roll;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.event.StageKind;
import org.gavel.protocol.event.StageOpened;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Micros;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.StepRoundsTerms;

/**
 * Price-step rounds ({@code auction-mechanisms} 2.5): the first valid action ends a round, a pause follows, a round
 * without action sells to the last actor. The tick counts from the round's price, not from zero.
 */
public final class StepRounds implements Mechanism {
    private static final long NO_STOP = Long.MAX_VALUE;

    private final StepRoundsTerms terms;
    private final long step;

    private long last;
    private int leader;
    private int round;
    private boolean paused;
    private long closesAt;
    private long stopsAt;
    private final Roll quoted = new Roll();

    public StepRounds(StepRoundsTerms terms) {
        this.terms = terms;
        this.step = terms.step().fen();
    }

    @Override
    public void open(long now, Carried carried) {
        leader = carried.leader();
        last = leader == 0 ? terms.start().fen() : carried.price();
        quoted.become(carried.quoted());
        stopsAt = terms.hardStop().isZero() ? NO_STOP : now + Micros.of(terms.hardStop());
        round = 0;
        nextRound(now);
    }

    private void nextRound(long now) {
        round++;
        paused = false;
        closesAt = Math.min(now + Micros.of(terms.round()), stopsAt);
    }

    @Override
    public void begun(Floor floor) {
        int paddle = leader == 0 ? 0 : floor.paddle(leader);
        StageKind kind = paused ? StageKind.PAUSE : StageKind.ROUND;
        floor.emit(new StageOpened(floor.lot(), round, kind, paddle, new Money(nextMinimum()), closesAt));
    }

    @Override
    public RejectReason check(Request request, int bidder, long amount) {
        long price = last + step;
        if (Math.max(amount, price) > Money.MAX_FEN) {
            return request.refuse(RejectReason.PRICE_LIMIT, Money.MAX_FEN);
        }
        if (paused) {
            return request.refuse(RejectReason.ROUND_PAUSED, price);
        }
        if (leader == bidder && !terms.allowSelfRaise()) {
            return RejectReason.ALREADY_LEADING;
        }
        if (amount < price) {
            RejectReason low = leader != 0 && amount <= last ? RejectReason.NOT_HIGHER : RejectReason.BELOW_INCREMENT;
            return request.refuse(low, price);
        }
        return (amount - price) % step == 0 ? RejectReason.NONE : request.refuse(RejectReason.OFF_INCREMENT, price);
    }

    @Override
    public Effect accept(Request request, int bidder, long amount, Floor floor) {
        last = amount;
        leader = bidder;
        quoted.add(bidder);
        if (terms.pause().isZero()) {
            nextRound(request.time());
        } else {
            paused = true;
            closesAt = Math.min(request.time() + Micros.of(terms.pause()), stopsAt);
        }
        floor.leads(bidder, amount);
        begun(floor);
        return Effect.STAGE;
    }

    @Override
    public boolean elapse(long at, Floor floor) {
        if (!paused || at >= stopsAt) {
            return false;
        }
        nextRound(at);
        begun(floor);
        return true;
    }

    @Override
    public void shift(long micros) {
        closesAt += micros;
        stopsAt = stopsAt == NO_STOP ? NO_STOP : stopsAt + micros;
    }

    @Override
    public long closesAt() {
        return closesAt;
    }

    @Override
    public long price() {
        return leader == 0 ? 0 : last;
    }

    @Override
    public int leader() {
        return leader;
    }

    @Override
    public long nextMinimum() {
        return Math.min(Money.MAX_FEN, last + step);
    }

    @Override
    public long step(long price) {
        return step;
    }

    @Override
    public Carried carry() {
        return new Carried(price(), leader, 0, 0, quoted.list(), List.of());
    }

    @Override
    public void writeTo(StateWriter out) {
        out.put(last).put(leader).put(round).put(paused).put(closesAt).put(stopsAt);
        quoted.writeTo(out);
    }
}
