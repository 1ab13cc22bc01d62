package org.gavel.exchange.engine.lot;

import java.util.List;
import org.agrona.collections.IntHashSet;
import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.account.Account;
import org.gavel.exchange.engine.account.Accounts;
import org.gavel.exchange.engine.auction.Award;
import org.gavel.exchange.engine.auction.Effect;
import org.gavel.exchange.engine.auction.Mechanism;
import org.gavel.exchange.engine.timer.Deadline;
import org.gavel.exchange.engine.timer.TimerQueue;
import org.gavel.protocol.event.DepositReleased;
import org.gavel.protocol.event.HammerFallen;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotOpened;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.LotPaused;
import org.gavel.protocol.event.LotReopened;
import org.gavel.protocol.event.LotResumed;
import org.gavel.protocol.event.LotSuspended;
import org.gavel.protocol.event.LotVoided;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.event.PauseCause;
import org.gavel.protocol.event.ReserveOpened;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Reserve;
import org.gavel.protocol.value.Share;

/** The course of a lot from opening to end, whoever or whatever moves it on. Every method changes state. */
public final class LotCourse {
    private final Accounts accounts;
    private final TimerQueue timers;
    private final LotFloor floor;
    private final Verdict verdict;
    private EndListener endListener = (lot, sold, at, out) -> {};

    public LotCourse(Accounts accounts, TimerQueue timers) {
        this.accounts = accounts;
        this.floor = new LotFloor(accounts);
        this.verdict = new Verdict(accounts);
        this.timers = timers;
    }

    /** Is told when a lot has ended. */
    @FunctionalInterface
    public interface EndListener {
        /**
         * Called once a lot, after everything else about its end.
         *
         * @param sold what all winners pay together in fen, or 0
         * @param at when it ended, microseconds since 1970
         */
        void ended(Lot lot, long sold, long at, EventSink out);
    }

    public void whenEnded(EndListener listener) {
        endListener = listener;
    }

    /** The first phase begins, or the next. */
    public void open(Request request, Lot lot, long at, String reason, EventSink out) {
        lot.openNextPhase(at);
        request.commit();
        if (lot.state() != LotState.OPEN) {
            lot.become(LotState.OPEN);
        }
        if (lot.phase() == 1) {
            FixedPaddles.commit(lot, out);
            if (request.follows(Behaviour.BIDDERS_MAY_BID)) {
                lot.entrants().open(lot.roll());
            }
        }
        Mechanism phase = lot.mechanism();
        timers.schedule(lot.deadline(), Deadline.Kind.CLOSE, phase.closesAt());
        out.emit(new LotOpened(lot.number(), lot.phase(), phase.closesAt(), new Money(phase.nextMinimum()), reason));
        phase.begun(floor.of(request, lot, out));
    }

    public void pause(Lot lot, long at, PauseCause cause, String reason, EventSink out) {
        lot.become(LotState.PAUSED);
        lot.stopAt(at, cause);
        timers.cancel(lot.deadline());
        out.emit(new LotPaused(lot.number(), cause, lot.remaining(), reason));
    }

    /** Goes on with exactly the time that was left; opens now where a fault had kept it from opening. */
    public void resume(Request request, Lot lot, long at, String reason, EventSink out) {
        if (!lot.hasOpened()) {
            open(request, lot, at, reason, out);
            return;
        }
        lot.goOnAt(at);
        request.commit();
        boolean asks = lot.inquiry().isAsking();
        lot.become(asks ? LotState.CLOSING : LotState.OPEN);
        timers.schedule(lot.deadline(), Deadline.Kind.CLOSE, lot.closesAt());
        out.emit(new LotResumed(lot.number(), lot.closesAt(), reason));
        if (asks) {
            lot.inquiry().repeat(out);
        } else {
            lot.mechanism().resumed(floor.of(request, lot, out));
        }
    }

    /**
     * A fault of ours stays in its lot: the lot stands still until somebody has looked at it. A provisional hammer runs
     * on, unless it was its award that failed.
     *
     * @return whether the lot stands still now
     */
    public boolean suspend(Lot lot, long at, String reason, EventSink out) {
        if (lot.state() == LotState.HAMMERED) {
            return !lot.deadline().isPending();
        }
        if (lot.state() == LotState.SUSPENDED || lot.state().isEnd()) {
            return lot.state() == LotState.SUSPENDED;
        }
        if (lot.state() != LotState.PAUSED) {
            lot.stopAt(at, PauseCause.CLERK);
        }
        lot.become(LotState.SUSPENDED);
        timers.cancel(lot.deadline());
        out.emit(new LotSuspended(lot.number(), lot.remaining(), reason));
        return true;
    }

    /**
     * The running stage has reached its close: another begins, or the phase is over. A fault of the mechanism while
     * it turns to its next stage stays in its lot.
     */
    public void close(Request request, Lot lot, long at, EventSink out) {
        if (lot.state() == LotState.CLOSING) {
            request.commit();
            follow(request, lot, lot.inquiry().elapse(at, out), at, out);
        } else if (lot.mechanism().elapse(at, floor.of(request, lot, out))) {
            request.commit();
            timers.schedule(lot.deadline(), Deadline.Kind.CLOSE, lot.mechanism().closesAt());
        } else {
            end(request, lot, at, out);
        }
    }

    /** The running phase is over: the next begins, holders of a priority are asked, or the hammer falls. */
    void end(Request request, Lot lot, long at, EventSink out) {
        if (lot.state() != LotState.CLOSING && !lot.isLastPhase()) {
            open(request, lot, at, "", out);
            return;
        }
        List<Award> awards = lot.awards();
        request.commit();
        if (lot.state() != LotState.CLOSING && verdict.canBeMatched(request, lot, awards)) {
            ask(request, lot, awards.get(0), at, out);
        } else {
            hammer(request, lot, awards, at, out);
        }
    }

    private void ask(Request request, Lot lot, Award best, long at, EventSink out) {
        lot.become(LotState.CLOSING);
        follow(request, lot, lot.inquiry().begin(best, at, out), at, out);
    }

    /** What became of the inquiry: somebody else is asked, or the hammer falls. */
    private void follow(Request request, Lot lot, Effect effect, long at, EventSink out) {
        if (effect == Effect.STAGE) {
            timers.schedule(lot.deadline(), Deadline.Kind.CLOSE, lot.closesAt());
        } else {
            end(request, lot, at, out);
        }
    }

    /** It falls provisionally where it can be taken back, else for good. */
    private void hammer(Request request, Lot lot, List<Award> awards, long at, EventSink out) {
        if (lot.mechanism().reopenWithin() > 0 && verdict.isSold(request, lot, awards)) {
            fall(lot, awards.get(0), at, out);
        } else {
            decide(request, lot, awards, at, out);
        }
    }

    /** The hammer falls provisionally: every deposit stays held, and nothing is awarded, until it is final. */
    private void fall(Lot lot, Award award, long at, EventSink out) {
        long finalAt = at + lot.mechanism().reopenWithin();
        lot.become(LotState.HAMMERED);
        lot.stopAt(at, PauseCause.CLERK);
        timers.schedule(lot.deadline(), Deadline.Kind.AWARD, finalAt);
        int paddle = lot.entrants().paddle(award.bidder());
        out.emit(new HammerFallen(lot.number(), paddle, new Money(award.total()), at, finalAt));
    }

    /** The provisional hammer is final. */
    public void confirm(Request request, Lot lot, long at, EventSink out) {
        List<Award> awards = lot.awards();
        request.commit();
        decide(request, lot, awards, at, out);
    }

    /** The provisional hammer is taken back; bidding goes on with the time that was left when it fell. */
    void reopen(Lot lot, long at, String reason, EventSink out) {
        lot.goOnAt(at);
        lot.inquiry().forget();
        lot.hammeredBy(0);
        lot.become(LotState.OPEN);
        long closesAt = lot.mechanism().closesAt();
        timers.schedule(lot.deadline(), Deadline.Kind.CLOSE, closesAt);
        out.emit(new LotReopened(lot.number(), closesAt, reason));
    }

    private void decide(Request request, Lot lot, List<Award> awards, long at, EventSink out) {
        Reserve reserve = lot.terms().reserve();
        if (reserve.hidden()) {
            out.emit(new ReserveOpened(lot.number(), reserve.amount(), reserve.salt()));
        }
        lot.openings().forEach(out::emit);
        if (verdict.isSold(request, lot, awards)) {
            award(lot, awards, at, out);
        } else {
            pass(lot, verdict.whyUnsold(request, lot, awards), at, out);
        }
    }

    /** Ends a lot unsold. */
    public void pass(Lot lot, PassCause cause, long at, EventSink out) {
        out.emit(new LotPassed(lot.number(), cause, lot.standingBids(), at));
        end(lot, LotState.PASSED, at, out);
    }

    /** A lot that never opened goes to its listing's only party, who pays this many fen. */
    public void agree(Lot lot, int party, long price, long at, EventSink out) {
        lot.agreedWith(new Award(party, price, 0));
        award(lot, lot.awards(), at, out);
    }

    private void award(Lot lot, List<Award> awards, long at, EventSink out) {
        lot.awardedAt(at);
        for (int i = 0; i < awards.size(); i++) {
            Award award = awards.get(i);
            int paddle = lot.entrants().paddle(award.bidder());
            Share share = award.share(i + 1, awards.size());
            out.emit(new LotAwarded(
                    lot.number(), award.bidder(), paddle, new Money(award.total()), lot.standingBids(), at, share));
        }
        end(lot, LotState.AWARDED, awards, at, out);
    }

    /** Ends a lot for good without an award: everybody's deposit is free again but what is forfeited. */
    public void end(Lot lot, LotState end, long at, EventSink out) {
        end(lot, end, List.of(), at, out);
    }

    /** What is held of the winners stays held. */
    private void end(Lot lot, LotState end, List<Award> awards, long at, EventSink out) {
        lot.become(end);
        lot.statute().endAt(at);
        timers.cancel(lot.deadline());
        IntHashSet winners = new IntHashSet();
        long sold = 0;
        for (Award award : awards) {
            winners.add(award.bidder());
            sold = Math.addExact(sold, award.total());
        }
        releaseDeposits(lot, winners, out);
        FixedPaddles.open(lot, out);
        endListener.ended(lot, sold, at, out);
    }

    private void releaseDeposits(Lot lot, IntHashSet winners, EventSink out) {
        for (int i = 0; i < lot.entrants().size(); i++) {
            int participant = lot.entrants().participant(i);
            if (!winners.contains(participant)) {
                releaseDeposit(lot, participant, out);
            }
        }
    }

    private void releaseDeposit(Lot lot, int participant, EventSink out) {
        Money deposit = lot.terms().deposit();
        if (deposit.fen() > 0 && !lot.entrants().hasForfeited(participant)) {
            Account account = accounts.get(participant);
            accounts.release(account, deposit.fen());
            out.emit(new DepositReleased(lot.number(), participant, deposit));
        }
    }

    /** 撤销: every award is void and its deposit free again; what a roadshow did since stays done. */
    void annul(Lot lot, String reason, EventSink out) {
        List<Award> awards = lot.awards();
        Award best = awards.get(0);
        int paddle = lot.entrants().paddle(best.bidder());
        lot.become(LotState.ANNULLED);
        out.emit(new LotVoided(lot.number(), best.bidder(), paddle, new Money(best.total()), reason));
        awards.forEach(award -> releaseDeposit(lot, award.bidder(), out));
    }
}
