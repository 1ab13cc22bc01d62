package org.gavel.exchange.engine.deal;

import org.gavel.exchange.engine.Behaviour;
import org.gavel.exchange.engine.EventSink;
import org.gavel.exchange.engine.Request;
import org.gavel.exchange.engine.account.Accounts;
import org.gavel.exchange.engine.timer.Deadline;
import org.gavel.exchange.engine.timer.TimerQueue;
import org.gavel.protocol.event.DealEnd;
import org.gavel.protocol.event.DealEnded;
import org.gavel.protocol.event.DepositHeld;
import org.gavel.protocol.event.DepositReleased;
import org.gavel.protocol.event.LotAwarded;
import org.gavel.protocol.event.LotPassed;
import org.gavel.protocol.event.LotResumed;
import org.gavel.protocol.event.LotSuspended;
import org.gavel.protocol.event.LotTerminated;
import org.gavel.protocol.event.LotVoided;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Share;

/** The course of deals, whoever or whatever moves them on. Every method changes state. */
final class DealCourse {
    /** The paddle of who is the only one that can have a lot. */
    static final int ONLY = 1;

    private final Accounts accounts;
    private final TimerQueue timers;

    DealCourse(Accounts accounts, TimerQueue timers) {
        this.accounts = accounts;
        this.timers = timers;
    }

    /** Time holds the deal's deadline, where it has one. */
    void schedule(Deal deal) {
        if (deal.closesAt() != 0) {
            timers.schedule(deal.deadline(), Deadline.Kind.DEAL, deal.closesAt());
        }
    }

    void hold(int lot, int participant, int paddle, long amount, EventSink out) {
        accounts.hold(accounts.get(participant), amount);
        out.emit(new DepositHeld(lot, participant, paddle, new Money(amount)));
    }

    void release(int lot, int participant, long amount, EventSink out) {
        if (amount > 0) {
            accounts.release(accounts.get(participant), amount);
            out.emit(new DepositReleased(lot, participant, new Money(amount)));
        }
    }

    /** Says one award; the deal, where it is the lot, becomes AWARDED by {@link #awarded}. */
    void award(int lot, int winner, int paddle, Money amount, int bids, long at, Share share, EventSink out) {
        out.emit(new LotAwarded(lot, winner, paddle, amount, bids, at, share));
    }

    void awarded(Deal deal, long at) {
        deal.become(DealState.AWARDED);
        deal.awardedAt(at);
        timers.cancel(deal.deadline());
    }

    /** 撤销: every award of the deal is void and what is held for it free again. */
    void annul(Deal deal, String reason, EventSink out) {
        deal.become(DealState.ANNULLED);
        deal.annul(this, reason, out);
    }

    /** Says that the awards of a lot are void; the best of them is named. */
    void voided(int lot, int winner, int paddle, Money amount, String reason, EventSink out) {
        out.emit(new LotVoided(lot, winner, paddle, amount, reason));
    }

    /** Ends a deal that is a lot because time or its parties decided so. */
    void pass(Deal deal, PassCause cause, int bids, long at, EventSink out) {
        out.emit(new LotPassed(deal.number(), cause, bids, at));
        end(deal, out);
    }

    /** Ends any deal before it led to anything. */
    void takeBack(Deal deal, String reason, EventSink out) {
        out.emit(
                deal.terms().terms().isLot()
                        ? new LotTerminated(deal.number(), reason)
                        : new DealEnded(deal.number(), DealEnd.TAKEN_BACK, reason));
        end(deal, out);
    }

    /** Ends an offer or a need. */
    void close(Deal deal, DealEnd cause, EventSink out) {
        out.emit(new DealEnded(deal.number(), cause, ""));
        end(deal, out);
    }

    private void end(Deal deal, EventSink out) {
        deal.become(DealState.ENDED);
        timers.cancel(deal.deadline());
        deal.release(this, out);
    }

    void suspend(Deal deal, long at, String reason, EventSink out) {
        if (deal.state().isEnd() || deal.state() == DealState.SUSPENDED) {
            return;
        }
        deal.stopAt(at);
        deal.become(DealState.SUSPENDED);
        timers.cancel(deal.deadline());
        out.emit(new LotSuspended(deal.number(), deal.remaining(), reason));
    }

    /** Goes on as it was, with exactly the time that was left. */
    void resume(Request request, Deal deal, String reason, EventSink out) {
        deal.shift(deal.stoppedAt(), request.time() - deal.stoppedAt());
        deal.become(deal.stateBefore());
        schedule(deal);
        out.emit(new LotResumed(deal.number(), deal.closesAt(), reason, movedWithdrawal(request, deal)));
    }

    /** From when on the deal's pledges bind, where that is to be told because it has moved; else 0. */
    static long movedWithdrawal(Request request, Deal deal) {
        return request.follows(Behaviour.WITHDRAWALS_TOLD) ? deal.movedWithdrawal() : 0;
    }
}
