package org.gavel.exchange.engine.reference;

import java.util.ArrayList;
import java.util.List;
import org.gavel.protocol.reject.RejectReason;

/**
 * A called lot as plainly as it can be told, in whole seconds and yuan: start 100, step 10, gap 3 s, grace 1 s, 400 s
 * at most. Every bid stays in the list; an undone one is only marked.
 */
final class NaiveLive {
    static final long STEP = 10;
    static final long MOST = 400;
    private static final long NEVER = Long.MAX_VALUE;

    /** Where the lot is. */
    enum State {
        ANNOUNCED,
        OPEN,
        PAUSED,
        HAMMERED,
        AWARDED,
        PASSED,
        CUT_OFF
    }

    /** A bid that was accepted once. */
    private static final class Bid {
        final int bidder;
        final long amount;
        boolean stands = true;

        Bid(int bidder, long amount) {
            this.bidder = bidder;
            this.amount = amount;
        }
    }

    final List<Bid> bids = new ArrayList<>();
    State state = State.ANNOUNCED;
    long now;
    long endedAt;
    private final long reopenWithin;
    private long opensAt = NEVER;
    private long closesAt;
    private long finalAt;
    private long stoppedAt;
    private long step = STEP;
    private final List<Long> calls = new ArrayList<>();
    private boolean reset;

    NaiveLive(long reopenWithin) {
        this.reopenWithin = reopenWithin;
    }

    /** Everything time alone causes up to this second. */
    void pass(long until) {
        if (state == State.ANNOUNCED && opensAt <= until) {
            open(opensAt);
        }
        if (state == State.OPEN && closesAt <= until) {
            fall(closesAt);
        }
        if (state == State.HAMMERED && finalAt <= until) {
            state = State.AWARDED;
            endedAt = finalAt;
        }
        now = until;
    }

    boolean hasEnded() {
        return state == State.AWARDED || state == State.PASSED || state == State.CUT_OFF;
    }

    private List<Bid> standing() {
        return bids.stream().filter(bid -> bid.stands).toList();
    }

    int count() {
        return standing().size();
    }

    int leader() {
        return count() == 0 ? 0 : standing().get(count() - 1).bidder;
    }

    long price() {
        return count() == 0 ? 0 : standing().get(count() - 1).amount;
    }

    private void open(long at) {
        state = State.OPEN;
        closesAt = at + MOST;
    }

    private void fall(long at) {
        stoppedAt = at;
        if (count() > 0 && reopenWithin > 0) {
            state = State.HAMMERED;
            finalAt = at + reopenWithin;
        } else {
            state = count() > 0 ? State.AWARDED : State.PASSED;
            endedAt = at;
        }
    }

    private RejectReason notRunning() {
        return hasEnded() ? RejectReason.ALREADY_ENDED : RejectReason.LOT_NOT_OPEN;
    }

    private RejectReason notAnnounced() {
        return hasEnded() ? RejectReason.ALREADY_ENDED : RejectReason.NOT_AWAITING;
    }

    private static RejectReason unapproved(long approver, long actor) {
        if (approver == 0) {
            return RejectReason.APPROVER_NEEDED;
        }
        return approver == actor ? RejectReason.SAME_APPROVER : RejectReason.NONE;
    }

    RejectReason open() {
        if (state != State.ANNOUNCED) {
            return notAnnounced();
        }
        open(now);
        return RejectReason.NONE;
    }

    RejectReason postpone(long until) {
        if (state != State.ANNOUNCED) {
            return notAnnounced();
        }
        if (until != 0 && until <= now) {
            return RejectReason.SCHEDULED_IN_PAST;
        }
        opensAt = until == 0 ? NEVER : until;
        return RejectReason.NONE;
    }

    RejectReason bid(int bidder, long amount) {
        if (state != State.OPEN) {
            return switch (state) {
                case ANNOUNCED -> RejectReason.LOT_NOT_OPEN;
                case PAUSED -> RejectReason.LOT_PAUSED;
                default -> RejectReason.LOT_CLOSED;
            };
        }
        if (count() == 0 && amount < 100) {
            return RejectReason.BELOW_START;
        }
        if (leader() == bidder) {
            return RejectReason.ALREADY_LEADING;
        }
        if (count() > 0 && amount <= price()) {
            return RejectReason.NOT_HIGHER;
        }
        if (count() > 0 && (amount - price()) % step != 0) {
            return RejectReason.OFF_INCREMENT;
        }
        bids.add(new Bid(bidder, amount));
        startOver();
        return RejectReason.NONE;
    }

    private void startOver() {
        reset = reset || !calls.isEmpty();
        calls.clear();
    }

    RejectReason call(int stage) {
        if (state != State.OPEN) {
            return notRunning();
        }
        if (stage != calls.size() + 1 || stage > 3) {
            return RejectReason.CALL_OUT_OF_ORDER;
        }
        if (stage > 1 && now < calls.get(stage - 2) + 3) {
            return RejectReason.CALL_TOO_SOON;
        }
        calls.add(now);
        reset = false;
        return RejectReason.NONE;
    }

    RejectReason hammer() {
        if (state != State.OPEN) {
            return notRunning();
        }
        if (calls.size() < 3) {
            return reset ? RejectReason.CALL_RESET : RejectReason.CALL_OUT_OF_ORDER;
        }
        if (now < calls.get(2) + 4) {
            return RejectReason.CALL_TOO_SOON;
        }
        fall(now);
        return RejectReason.NONE;
    }

    RejectReason undo(int number, long approver, long actor) {
        if (state != State.OPEN) {
            return notRunning();
        }
        if (number > bids.size() || !bids.get(number - 1).stands) {
            return RejectReason.BID_UNKNOWN;
        }
        RejectReason refusal = unapproved(approver, actor);
        if (refusal == RejectReason.NONE) {
            bids.get(number - 1).stands = false;
            startOver();
        }
        return refusal;
    }

    RejectReason override(long by) {
        if (state != State.OPEN) {
            return notRunning();
        }
        step = by;
        return RejectReason.NONE;
    }

    RejectReason reopen(long approver, long actor) {
        if (state != State.HAMMERED || stoppedAt >= closesAt) {
            return RejectReason.REOPEN_TOO_LATE;
        }
        RejectReason refusal = unapproved(approver, actor);
        if (refusal == RejectReason.NONE) {
            state = State.OPEN;
            closesAt += now - stoppedAt;
            calls.clear();
            reset = true;
        }
        return refusal;
    }

    RejectReason pause() {
        if (state != State.OPEN) {
            return notRunning();
        }
        state = State.PAUSED;
        stoppedAt = now;
        return RejectReason.NONE;
    }

    RejectReason resume() {
        if (state != State.PAUSED) {
            return hasEnded() ? RejectReason.ALREADY_ENDED : RejectReason.NOT_PAUSED;
        }
        state = State.OPEN;
        long stood = now - stoppedAt;
        closesAt += stood;
        calls.replaceAll(call -> call + stood);
        return RejectReason.NONE;
    }

    RejectReason terminate(long approver, long actor) {
        RejectReason refusal = hasEnded() ? RejectReason.ALREADY_ENDED : unapproved(approver, actor);
        if (refusal == RejectReason.NONE) {
            state = State.CUT_OFF;
        }
        return refusal;
    }
}
