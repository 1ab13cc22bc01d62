package org.gavel.exchange.engine.auction;

import java.util.List;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.command.PhaseAct;
import org.gavel.protocol.event.Event;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.reject.RejectReason;

/**
 * One phase of a lot at work. What is named {@code check} decides and changes nothing; what is named {@code accept}
 * changes and cannot fail. Times are microseconds since 1970, amounts fen.
 */
public interface Mechanism {
    /** An inquiry follows that asks those who have bid: from now on the phase must know who they are. */
    default void keepQuotes() {}

    /** The phase begins with what the one before found. */
    void open(long now, Carried carried);

    /** The phase has begun and is public: says which stage it begins with, where it has stages. */
    default void begun(Floor floor) {}

    /** Whether an open bid would be accepted: {@code NONE}, or the refusal with its detail set in the request. */
    default RejectReason check(Request request, int bidder, long amount) {
        return RejectReason.WRONG_PHASE;
    }

    /** Takes a bid that {@link #check} allows. */
    default Effect accept(Request request, int bidder, long amount, Floor floor) {
        throw new IllegalStateException("takes no bids");
    }

    /** As {@link #check}, for the rarer things a bidder can do in some phases. */
    default RejectReason checkAct(Request request, int bidder, PhaseAct act) {
        return RejectReason.WRONG_PHASE;
    }

    /** Takes an act that {@link #checkAct} allows. */
    default Effect acceptAct(Request request, int bidder, PhaseAct act, Floor floor) {
        throw new IllegalStateException("takes no acts");
    }

    /** Whether the bidder's latest bid is not public yet and may be taken back. */
    default boolean takesBack(int bidder) {
        return false;
    }

    /** Takes back a bid that {@link #takesBack} allows. */
    default void takeBack(int bidder) {
        throw new IllegalStateException("takes nothing back");
    }

    /** {@link #closesAt} has come: true where another stage begins, false where the phase is over. */
    default boolean elapse(long at, Floor floor) {
        return false;
    }

    /** A pause of this length is over: everything that lay ahead lies that much later. */
    void shift(long micros);

    /** Bidding goes on after a pause, which is public: says again what somebody is asked. */
    default void resumed(Floor floor) {}

    /** When the running stage closes; a bid at that instant is late. */
    long closesAt();

    /** The best bid that may be public, 0 before the first. */
    long price();

    /** Who leads, 0 before the first bid. */
    int leader();

    /** The lowest bid that would be accepted from somebody who does not lead. */
    long nextMinimum();

    /** Another lot of the group closes then: whether that moved this close. Only open bidding is grouped. */
    default boolean extendTo(long close) {
        return false;
    }

    /** The least raise over a price when holders of a priority are asked after bidding; one fen where it has no steps. */
    default long step(long price) {
        return 1;
    }

    /** What the next phase begins with. */
    default Carried carry() {
        return new Carried(price(), leader(), 0, 0);
    }

    /** Whether the lot is decided with this phase although others were to follow. */
    default boolean decides() {
        return false;
    }

    /** Whether the best bid is good enough for the reserve. */
    default boolean meets(long reserve) {
        return price() >= reserve;
    }

    /** Who has won when the phase is over, best first; empty where nobody has. */
    default List<Award> awards() {
        return leader() == 0 ? List.of() : List.of(new Award(leader(), price(), 0));
    }

    /** Why nobody has won when the phase is over and the lot passes. */
    default PassCause whyUnsold() {
        return leader() == 0 ? PassCause.NO_BID : PassCause.RESERVE_NOT_MET;
    }

    /** What was committed to in public in this phase, to be told when the lot is decided. */
    default List<Event> openings(int lot) {
        return List.of();
    }

    /** How long its hammer is provisional, in microseconds. */
    default long reopenWithin() {
        return 0;
    }

    void writeTo(StateWriter out);
}
