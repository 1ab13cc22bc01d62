package org.gavel.exchange.engine;

import org.gavel.exchange.engine.auction.Carried;
import org.gavel.exchange.engine.auction.Effect;
import org.gavel.exchange.engine.auction.Floor;
import org.gavel.exchange.engine.auction.Mechanism;
import org.gavel.exchange.engine.auction.Mechanisms;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.EnglishTerms;
import org.gavel.protocol.value.Money;

/** A mechanism with a fault: like the real one until the poisoned point. It fails the same way in every replay. */
public final class Poison implements Mechanism {
    /** The start price of the phases that are faulty. */
    public static final Money START = MarketFixture.yuan(666);

    /** The bid a faulty phase cannot bear. */
    public static final Money BID = MarketFixture.yuan(676);

    private final Point point;
    private final Mechanism sound;

    /** Where it throws. */
    public enum Point {
        /** When the phase begins. */
        OPEN,
        /** When the phase has begun and is asked what it takes. */
        OPENED,
        /** When {@link #BID} is judged. */
        CHECK,
        /** When {@link #BID} is taken. */
        ACCEPT,
        /** When it is asked who leads: at the close. */
        CLOSE,
        /** When it goes on after a pause. */
        SHIFT
    }

    private Poison(Point point, Mechanism sound) {
        this.point = point;
        this.sound = sound;
    }

    /** Mechanisms of which those starting at {@link #START} fail at this point. */
    public static Mechanisms at(Point point) {
        return terms -> {
            Mechanism sound = KnownMechanisms.ALL.of(terms);
            boolean faulty =
                    terms instanceof EnglishTerms english && english.start().equals(START);
            return faulty ? new Poison(point, sound) : sound;
        };
    }

    private void pass(Point reached) {
        if (point == reached) {
            throw new IllegalStateException("poison at " + reached);
        }
    }

    @Override
    public void open(long now, Carried carried) {
        pass(Point.OPEN);
        sound.open(now, carried);
    }

    @Override
    public RejectReason check(Request request, int bidder, long amount) {
        if (amount == BID.fen()) {
            pass(Point.CHECK);
        }
        return sound.check(request, bidder, amount);
    }

    @Override
    public Effect accept(Request request, int bidder, long amount, Floor floor) {
        if (amount == BID.fen()) {
            pass(Point.ACCEPT);
        }
        return sound.accept(request, bidder, amount, floor);
    }

    @Override
    public void shift(long micros) {
        pass(Point.SHIFT);
        sound.shift(micros);
    }

    @Override
    public long closesAt() {
        return sound.closesAt();
    }

    @Override
    public long price() {
        return sound.price();
    }

    @Override
    public int leader() {
        pass(Point.CLOSE);
        return sound.leader();
    }

    @Override
    public long nextMinimum() {
        pass(Point.OPENED);
        return sound.nextMinimum();
    }

    @Override
    public void writeTo(StateWriter out) {
        sound.writeTo(out);
    }
}
