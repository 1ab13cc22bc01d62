package org.gavel.exchange.engine.lot;

import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.auction.Award;
import org.gavel.exchange.engine.auction.Effect;
import org.gavel.exchange.engine.state.StateWriter;
import org.gavel.protocol.command.AnswerInquiry;
import org.gavel.protocol.command.PhaseAct;
import org.gavel.protocol.event.InquiryAnswered;
import org.gavel.protocol.event.PriorityExercised;
import org.gavel.protocol.event.PriorityWaived;
import org.gavel.protocol.event.StageKind;
import org.gavel.protocol.event.StageOpened;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Micros;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.PriorityMode;

/**
 * The inquiry (询价) between one lot's last phase and its hammer: the holders of a right of first refusal are asked in
 * order of rank whether they take the lot at the price; silence is a no. In the mode with bidding the high bidder may
 * then raise, and the holder is asked again, until one of the two quits. Prices rise only, so it ends.
 */
final class ClosingInquiry {
    private static final int NOBODY = 0;

    private final Lot lot;
    private final Priorities priorities;

    private long price;
    private int high;
    private int next;
    private int matched;
    private int asked;
    private int winner;
    private int stage;
    private long closesAt;

    ClosingInquiry(Lot lot, Priorities priorities) {
        this.lot = lot;
        this.priorities = priorities;
    }

    /** Whether the lot's rule has holders asked. */
    boolean isAnnounced() {
        return priorities.rule().mode().asks();
    }

    /** Whether somebody is being asked now. */
    boolean isAsking() {
        return asked != NOBODY;
    }

    boolean isDecided() {
        return winner != NOBODY;
    }

    /** Who gets the lot; it must be decided. */
    Award award() {
        return new Award(winner, price, 0);
    }

    long closesAt() {
        return closesAt;
    }

    void shift(long micros) {
        closesAt += micros;
    }

    /** Bidding is over with this result: {@code STAGE} where a holder is asked, {@code ENDED} where none can be. */
    Effect begin(Award best, long at, EventSink out) {
        forget();
        price = best.price();
        high = best.bidder();
        return askHolder(at, out);
    }

    /** Bidding goes on after all: what was asked and answered counts no more, except that a right was used. */
    void forget() {
        price = 0;
        high = NOBODY;
        next = 0;
        matched = NOBODY;
        asked = NOBODY;
        winner = NOBODY;
        stage = 0;
        closesAt = 0;
    }

    RejectReason checkAct(Request request, int bidder, PhaseAct act) {
        if (!(act instanceof AnswerInquiry answer)) {
            return request.refuse(RejectReason.LOT_CLOSED, lot.hammeredBy());
        }
        if (bidder != asked) {
            return RejectReason.NOT_ASKED;
        }
        return bidder == high && answer.accepts()
                ? request.refuse(RejectReason.RAISE_NEEDED, leastRaise())
                : RejectReason.NONE;
    }

    /** Takes an answer that {@link #checkAct} allows. */
    Effect answer(Request request, boolean accepts, EventSink out) {
        if (accepts) {
            return match(request, out);
        }
        if (asked == high) {
            out.emit(new InquiryAnswered(lot.number(), high, paddle(high), false));
        }
        return quit(request.time(), out);
    }

    RejectReason checkRaise(Request request, int bidder, long amount) {
        if (bidder != asked) {
            return request.refuse(RejectReason.LOT_CLOSED, lot.hammeredBy());
        }
        if (bidder != high) {
            return RejectReason.WRONG_PHASE;
        }
        if (amount <= price) {
            return request.refuse(RejectReason.NOT_HIGHER, leastRaise());
        }
        return amount - price < step() ? request.refuse(RejectReason.BELOW_INCREMENT, leastRaise()) : RejectReason.NONE;
    }

    /** Takes a raise that {@link #checkRaise} allows. */
    Effect raise(Request request, long amount, EventSink out) {
        price = amount;
        matched = NOBODY;
        asked = NOBODY;
        boolean goesOn = following() < priorities.size();
        leads(request, high, goesOn ? request.time() + askFor() : request.time(), out);
        return askHolder(request.time(), out);
    }

    /** The time for an answer is over. */
    Effect elapse(long at, EventSink out) {
        return quit(at, out);
    }

    /** Says again who is asked, after a pause. */
    void repeat(EventSink out) {
        Money costs = new Money(asked == high ? leastRaise() : price);
        out.emit(new StageOpened(lot.number(), stage, StageKind.ASK, paddle(asked), costs, closesAt));
    }

    private Effect match(Request request, EventSink out) {
        boolean goesOn = priorities.rule().mode() == PriorityMode.INQUIRY_THEN_BIDDING;
        matched = asked;
        priorities.use(matched);
        leads(request, matched, goesOn ? request.time() + askFor() : request.time(), out);
        int rank = priorities.rank(matched);
        out.emit(new PriorityExercised(lot.number(), matched, paddle(matched), rank, new Money(price)));
        return goesOn ? ask(high, request.time(), out) : decide(matched);
    }

    /** Whoever is asked goes no further. */
    private Effect quit(long at, EventSink out) {
        if (asked == high) {
            return decide(matched);
        }
        waive(asked, out);
        next++;
        return askHolder(at, out);
    }

    private Effect askHolder(long at, EventSink out) {
        int following = following();
        for (; next < following; next++) {
            if (mayMatch(priorities.holder(next))) {
                waive(priorities.holder(next), out);
            }
        }
        if (next == priorities.size()) {
            return decide(high);
        }
        int holder = priorities.holder(next);
        if (paddle(holder) == Entrants.NONE) {
            lot.entrants().admit(holder);
        }
        return ask(holder, at, out);
    }

    /** The place of the next holder who can be asked; the number of holders where none can. */
    private int following() {
        int place = next;
        while (place < priorities.size() && !canBeAsked(priorities.holder(place))) {
            place++;
        }
        return place;
    }

    private boolean canBeAsked(int holder) {
        boolean joins = lot.terms().deposit().fen() == 0 && !lot.arePaddlesFixed();
        boolean admitted =
                (joins || paddle(holder) != Entrants.NONE) && lot.roll().admits(holder);
        return admitted && !lot.entrants().hasForfeited(holder) && mayMatch(holder);
    }

    /** Who leads already is not asked; nor who would not beat the leader's own rank, or has used their right. */
    private boolean mayMatch(int holder) {
        return priorities.rank(holder) < priorities.rank(high) && !priorities.isSpent(holder);
    }

    private Effect ask(int participant, long at, EventSink out) {
        asked = participant;
        stage++;
        closesAt = at + askFor();
        repeat(out);
        return Effect.STAGE;
    }

    private Effect decide(int participant) {
        asked = NOBODY;
        winner = participant;
        return Effect.ENDED;
    }

    private void waive(int holder, EventSink out) {
        out.emit(new PriorityWaived(lot.number(), holder, paddle(holder), priorities.rank(holder)));
    }

    private void leads(Request request, int bidder, long until, EventSink out) {
        lot.countBid();
        out.bidAccepted(request, lot.number(), bidder, paddle(bidder), price, leastRaise(), lot.bids(), until);
    }

    private int paddle(int participant) {
        return lot.entrants().paddle(participant);
    }

    private long askFor() {
        return Micros.of(priorities.rule().askFor());
    }

    private long step() {
        return lot.mechanism().step(price);
    }

    private long leastRaise() {
        return Math.min(Money.MAX_FEN, price + step());
    }

    void writeTo(StateWriter out) {
        out.put(price)
                .put(high)
                .put(next)
                .put(matched)
                .put(asked)
                .put(winner)
                .put(stage)
                .put(closesAt);
    }
}
