package org.gavel.exchange.engine.auction.rounds;

import java.util.List;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.auction.Award;
import org.gavel.exchange.engine.auction.Carried;
import org.gavel.exchange.engine.auction.Effect;
import org.gavel.exchange.engine.auction.Floor;
import org.gavel.exchange.engine.auction.Mechanism;
import org.gavel.exchange.engine.auction.Roll;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.event.LevelAccepted;
import org.gavel.protocol.event.StageKind;
import org.gavel.protocol.event.StageOpened;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.JapanesePrice;
import org.gavel.protocol.value.JapaneseTerms;
import org.gavel.protocol.value.Micros;
import org.gavel.protocol.value.Money;

/**
 * A Japanese auction ({@code auction-mechanisms} 2.9). Who does not accept a level within its tick is out for good.
 * It stops with one or none left or after the last level; of several, the earliest to accept their last level wins.
 */
public final class JapaneseAuction implements Mechanism {
    private final JapaneseTerms terms;
    private final long step;
    private final long tick;
    private final Roll active = new Roll();
    private final Roll accepted = new Roll();
    private final Roll quoted = new Roll();

    private Carried before = Carried.NOTHING;
    private long level;
    private int number;
    private long closesAt;

    public JapaneseAuction(JapaneseTerms terms) {
        this.terms = terms;
        this.step = terms.step().fen();
        this.tick = Micros.of(terms.tick());
    }

    /** The first level is the terms', or a step above an earlier bid that has reached it. */
    @Override
    public void open(long now, Carried carried) {
        before = carried;
        active.become(List.of());
        accepted.become(List.of());
        quoted.become(carried.quoted());
        boolean reached =
                carried.leader() != 0 && carried.price() >= terms.start().fen();
        level = reached ? carried.price() + step : terms.start().fen();
        number = 1;
        closesAt = now + tick;
    }

    @Override
    public void begun(Floor floor) {
        int paddle = leader() == 0 ? 0 : floor.paddle(leader());
        floor.emit(new StageOpened(floor.lot(), number, StageKind.LEVEL, paddle, new Money(nextMinimum()), closesAt));
    }

    @Override
    public RejectReason check(Request request, int bidder, long amount) {
        if (accepted.has(bidder)) {
            return RejectReason.LEVEL_ACCEPTED;
        }
        if (number > 1 && !active.has(bidder)) {
            return RejectReason.LEVEL_MISSED;
        }
        return amount == level ? RejectReason.NONE : request.refuse(RejectReason.NOT_LEVEL, nextMinimum());
    }

    @Override
    public Effect accept(Request request, int bidder, long amount, Floor floor) {
        accepted.add(bidder);
        quoted.add(bidder);
        if (accepted.size() == 1) {
            floor.leads(bidder, amount);
        } else {
            floor.emit(new LevelAccepted(floor.lot(), bidder, floor.paddle(bidder), new Money(amount)));
        }
        return Effect.STANDS;
    }

    @Override
    public boolean elapse(long at, Floor floor) {
        boolean exhausted = number == terms.levels() || level > Money.MAX_FEN - step;
        if (accepted.size() < 2 || exhausted) {
            return false;
        }
        active.become(accepted.list());
        accepted.become(List.of());
        level += step;
        number++;
        closesAt = at + tick;
        begun(floor);
        return true;
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
        if (accepted.size() > 0) {
            return level;
        }
        return active.size() > 0 ? level - step : before.price();
    }

    @Override
    public int leader() {
        if (accepted.size() > 0) {
            return accepted.first();
        }
        return active.size() > 0 ? active.first() : before.leader();
    }

    @Override
    public long nextMinimum() {
        return Math.min(Money.MAX_FEN, level);
    }

    @Override
    public long step(long price) {
        return step;
    }

    @Override
    public Carried carry() {
        return new Carried(toPay(), leader(), 0, 0, quoted.list(), List.of());
    }

    @Override
    public boolean meets(long reserve) {
        return toPay() >= reserve;
    }

    @Override
    public List<Award> awards() {
        return leader() == 0 ? List.of() : List.of(new Award(leader(), toPay(), 0));
    }

    /** One left alone after others pays as the terms say; everybody else the level they accepted last. */
    private long toPay() {
        boolean aloneAfterOthers = accepted.size() == 1 && active.size() > 1;
        return aloneAfterOthers && terms.price() == JapanesePrice.LAST_TWO ? level - step : price();
    }

    @Override
    public void writeTo(StateWriter out) {
        out.put(before.price()).put(before.leader()).put(level).put(number).put(closesAt);
        active.writeTo(out);
        accepted.writeTo(out);
        quoted.writeTo(out);
    }
}
